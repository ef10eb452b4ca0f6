// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Sampler

/// Whether something happens to one neuron, 1 or 0, from its component g along x and the rest of its length.
struct SignChangeTrial: CellTrial {
    let draws: Draws
    /// Of g, the component h along one axis more (0 where d = 1), and the stream for what else the event needs.
    let happens: @Sendable (_ g: Double, _ h: Double, _ stream: inout RandomStream) -> Bool

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        var stream = draws.stream(trial)
        let (g, h) = (stream.normal(), draws.dimension > 1 ? stream.normal() : 0)
        return TrialBracket(exactly: happens(g, h, &stream) ? 1 : 0)
    }
}
