// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Support
import Testing

struct DecimalNumberTests {
    @Test("what it writes is what the standard library reads, to the last bit, and integers to the last digit")
    func agreesWithTheStandardLibrary() throws {
        var random = SplitMix64(seed: 11)
        func digits(_ count: Int) -> String { (0..<count).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined() }
        for _ in 0..<5000 {
            let whole = digits(Int.random(in: 0...22, using: &random)), fraction = digits(Int.random(in: 0...8, using: &random))
            guard !(whole + fraction).isEmpty else { continue }
            let sign = ["", "+", "-"].randomElement(using: &random) ?? ""
            let power = Bool.random(using: &random) ? "" : "e\(["", "+", "-"].randomElement(using: &random) ?? "")\(digits(2))"
            let text = "\(sign)\(whole)\(fraction.isEmpty && Bool.random(using: &random) ? "" : ".")\(fraction)\(power)"
            let number = try #require(DecimalNumber(text), "\(text)")
            #expect(number.double == Double(text), "\(text)")
            // Foundation's decimal arithmetic holds 38 digits: enough for these.
            if power.isEmpty || power.count < 4, let exact = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) {
                let isCount = exact >= 0 && exact <= Decimal(UInt64.max) && exact == Self.rounded(exact)
                #expect((number.integer != nil) == isCount, "\(text)")
                #expect(number.integer.map { Decimal($0) } == (isCount ? exact : nil), "\(text)")
            }
        }
    }

    private static func rounded(_ number: Decimal) -> Decimal {
        var (number, result) = (number, Decimal())
        NSDecimalRound(&result, &number, 0, .down)
        return result
    }

    @Test(
        arguments: [
            ("18446744073709551615", UInt64.max), ("18446744073709551616", nil), ("1844674407370955161.5e1", UInt64.max), ("1e5", 100_000),
            ("1e19", 10_000_000_000_000_000_000), ("1e20", nil), ("0.99999999999999999999", nil), ("1000000000000000.01", nil), ("-0", 0),
            ("-1", nil), ("2.50e1", 25), ("0e99999999999999999999", 0), ("1e99999999999999999999", nil), ("1e-99999999999999999999", nil),
            ("000123.000", 123), ("1000e-3", 1), ("1e-1", nil),
        ] as [(String, UInt64?)])
    func integers(text: String, value: UInt64?) throws { #expect(try #require(DecimalNumber(text)).integer == value) }

    @Test(arguments: [
        "", " ", "1 ", " 1", ".", "e5", "1e", "1e+", "+", "--1", "+-1", "1.2.3", "0x10", "1_000", "inf", "nan", "1,2", "\u{661}",
        "\u{FF11}",
        "\u{BD}", "1\u{301}", "1\0", "1e5.0", "\u{2212}1", "1\n",
    ])
    func isNoNumber(text: String) { #expect(DecimalNumber(text) == nil) }

    @Test func zeroHasNoSign() throws {
        for text in ["-0", "-0.0", "-0e5", "-1e-400"] { #expect(try #require(DecimalNumber(text)).double.sign == .plus) }
        #expect(try #require(DecimalNumber("1e-400")).isZero == false)
        #expect(try #require(DecimalNumber("-1e400")).double == -.infinity)
    }
}

@Test("a text is repeated in one line of limited length, with nothing that a terminal would obey")
func quotation() {
    #expect("a\nb\r\t\u{1B}[31m\u{202E}\0".inOneLine(atMost: 100) == "a\\nb\\r\\t\\u{1B}[31m\\u{202E}\\u{0}")
    #expect("abcdef".inOneLine(atMost: 6) == "abcdef" && "abcdefg".inOneLine(atMost: 6) == "abc...")
    #expect(String(repeating: "x", count: 1_000_000).quoted.count == 62)
    #expect("\u{E9}\u{2264} 1".quoted == "'\u{E9}\u{2264} 1'")
    #expect([1.0, 0.05, -3, 1e16, 1e-7, .infinity].map(\.plainText) == ["1", "0.05", "-3", "1e+16", "1e-07", "inf"])
}

@Test("edit distance is the shortest of all ways to edit, and suggestions are near")
func editDistance() {
    /// By its definition: the last characters agree, or one is inserted, deleted or substituted.
    func reference(_ a: Substring, _ b: Substring) -> Int {
        guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
        let (shorterA, shorterB) = (a.dropLast(), b.dropLast())
        return min(reference(shorterA, b) + 1, reference(a, shorterB) + 1, reference(shorterA, shorterB) + (x == y ? 0 : 1))
    }
    let words = ["", "a", "b", "ab", "ba", "abc", "acb", "bca", "aabb", "verfy"]
    for a in words { for b in words { #expect(EditDistance.between(a, b) == reference(a[...], b[...]), "\(a) \(b)") } }
    let commands = ["verify", "replay", "list"]
    #expect(EditDistance.nearest(to: "verfy", among: commands) == ["verify"] && EditDistance.nearest(to: "LSIT", among: commands).isEmpty)
    #expect(EditDistance.nearest(to: "lst", among: commands) == ["list"] && EditDistance.nearest(to: "", among: ["a"]).isEmpty)
    #expect(EditDistance.nearest(to: String(repeating: "a", count: 10_000_000), among: commands).isEmpty)
}

@Test("a file is read whole and within its limit, and nothing but a regular file is")
func regularFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("file-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("file"), data = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    try data.write(to: file)
    #expect(try RegularFile.contents(of: file.path, atMost: 200_000) == data)
    func problem(_ path: String, _ limit: Int = 10) -> String? {
        do {
            _ = try RegularFile.contents(of: path, atMost: limit)
            return nil
        } catch {
            return error.description
        }
    }
    #expect(problem(file.path, 199_999) == "is too large: at most 199999 bytes are allowed")
    // Its size is 0 for the system.
    #expect(problem("/proc/self/environ") == "is too large: at most 10 bytes are allowed")
    #expect(problem("/dev/zero") == "is a device; a regular file is allowed")
    #expect(problem(folder.path) == "is a folder; a regular file is allowed")
}

@Test(
    "a shell takes a word for the one word that it stands for",
    arguments: [
        "B.7/2", "B.7/f*", "B.5/c'", "B.4/4'*", "", "a b", "$HOME", "`id`", "\"", "\\", "'", "''", "!x", "a\nb", "*", "~", "#", "a;b",
        "(x)", "<>", "\u{e9}",
    ]) func shellWords(word: String) throws
{
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "printf '%s.' \(word.shellWord)"]
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == word + ".")
}
