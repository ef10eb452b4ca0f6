// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// The images of a run, made smaller and scaled once for all networks that want them so.
final class PreparedImages: Sendable {
    private struct Key: Hashable {
        let side: Int
        let pixels: PixelScale
        let hasBias: Bool
        let filter: ImageFilter
    }

    typealias Pair = (training: Samples, test: Samples)

    let data: DigitData
    private let made = Mutex<[Key: Pair]>([:])

    init(_ data: DigitData) { self.data = data }

    func samples(side: Int, _ choices: TrainingChoices) -> Pair {
        let key = Key(side: side, pixels: choices.pixels, hasBias: choices.hasBias, filter: choices.filter)
        if let pair = made.withLock({ $0[key] }) { return pair }
        // Outside the lock: two threads may make the same once.
        let pair = (training: Samples(data.training, side: side, choices), test: Samples(data.test, side: side, choices))
        made.withLock { $0[key] = pair }
        return pair
    }
}
