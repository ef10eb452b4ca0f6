// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

private func steps(_ review: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(review["steps"] as? [[String: Any]])
    return Dictionary(try list.map { (try #require($0["id"] as? String), $0) }) { first, _ in first }
}

@Test("a review says of each claim of a lemma what it is at the point, and the audit's verdict beside it")
func reviewOfALemma() throws {
    let run = try Program("review", "B.7", "--d", "25", "--m", "1000", "--gamma", "0.05", "--c0", "3", "--json")
    #expect(run.status == 0, "\(run.errors)")
    let review = try json(run.output), steps = try steps(review)
    let audit = try json(Program("audit", "B.7", "--json").output)
    for row in try #require(audit["steps"] as? [[String: Any]]) {
        let id = try #require(row["id"] as? String), step = try #require(steps[id])
        #expect(step["verdict"] as? String == row["verdict"] as? String)
        #expect(step["assurance"] as? String == row["assurance"] as? String)
    }
    // B.7/b by hand: sqrt d - sqrt(2 L) ... is compared at d = 25, gamma = 0.05 as it stands in the statement.
    let evaluation = try #require(steps["B.7/b"]?["evaluation"] as? [String: Any])
    let l = log(2 / 0.05), d = 25.0
    let left = try #require(evaluation["left"] as? Double), right = try #require(evaluation["right"] as? Double)
    // The step's two sides differ by sqrt(d L) - 1 whatever they are.
    #expect(abs((right - left) - ((d * l).squareRoot() - 1)) < 1e-12)
    #expect(steps["B.7/b"]?["here"] as? String == "holds")
    // A run at the point has the same cells as `verify` has there.
    let cells = try #require((review["run"] as? [String: Any])?["cells"] as? [[String: Any]])
    let verify = try json(
        Program("verify", "B.7/1", "--d", "25", "--m", "1000", "--gamma", "0.05", "--c0", "3", "--json").output)
    let alone = try #require((verify["cells"] as? [[String: Any]])?.first), own = try #require(cells.first)
    for key in ["claim", "verdict", "bound"] { #expect("\(alone[key] ?? "")" == "\(own[key] ?? "")") }
}

@Test("a claim that fails at the point has a witness there, which replays; simplest shrinks it")
func reviewWithWitness() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("review-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let point = ["B.4/2", "--d", "25", "--m", "400", "--gamma", "0.05", "--c0", "1"]
    let run = try Program(arguments: ["review"] + point + ["--out", folder])
    #expect(run.status == 0 && run.output.contains("FAIL refuted"), "\(run.output)")
    let witness = try json(String(contentsOfFile: folder + "/witnesses/B.4-2.json", encoding: .utf8))
    let parameters = try #require(witness["parameters"] as? [String: Any])
    #expect(parameters["d"] as? Int == 25 && parameters["m"] as? Int == 400)
    #expect(try Program("replay", folder + "/witnesses/B.4-2.json").status == 0)
    let simplest = try json(Program(arguments: ["review"] + point + ["--witness", "simplest", "--json"]).output)
    let shrunk = try #require((simplest["witnesses"] as? [[String: Any]])?.first?["parameters"] as? [String: Any])
    #expect(try #require(shrunk["m"] as? Int) < 400)
    for name in ["review.md", "review.json", "review.html", "review.tex"] {
        #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).contains("B.4/2"), "\(name)")
    }
}

@Test("verify looks for its witnesses where it is told to, and does not take one of the other kind for its own")
func verifyWithWitnessHere() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("witness-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func width(_ place: String) throws -> Int {
        let run = try Program(
            "verify", "B.4/2", "--d", "25", "--m", "400", "--gamma", "0.05", "--c0", "1", "--out", folder, "--witness", place)
        #expect(run.status == 1)
        let witness = try json(String(contentsOfFile: folder + "/witnesses/B.4-2.json", encoding: .utf8))
        return try #require((witness["parameters"] as? [String: Any])?["m"] as? Int)
    }
    let simplest = try width("simplest")
    #expect(try width("here") == 400 && simplest < 400)
    #expect(try width("simplest") == simplest)
}

@Test("what an argument proves in general has no standing at a point outside its domain")
func generalProofs() throws {
    let review = try json(Program("review", "3.1", "--d", "100", "--m", "20000", "--gamma", "0.05", "--json").output)
    let steps = try steps(review)
    #expect(steps["3.1/d+"]?["here"] as? String == "general" && steps["3.1/b"]?["here"] as? String == "holds")
    #expect(try #require(review["paragraph"] as? String).contains("lemmacheck review 3.1"))
}

@Test("that an inequality holds at the orders that were tried is not said of all of them, where no proof covers them")
func triedOrders() throws {
    let steps = try steps(json(Program("review", "B.8/c", "--d", "100", "--m", "20000", "--gamma", "0.05", "--json").output))
    let step = try #require(steps["B.8/c"])
    #expect(step["here"] as? String == "open" && (step["text"] as? String)?.contains("of others nothing is shown") == true)
    // By hand at q = 2: sqrt((2q)!/2) sqrt(s) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d)), s = R sqrt(2 log d) + 1/d.
    let evaluation = try #require(step["evaluation"] as? [String: Any])
    let root = (2 * log(100.0)).squareRoot(), radius = 0.1
    let left = try #require(evaluation["left"] as? Double), right = try #require(evaluation["right"] as? Double)
    #expect(abs(left - (12 * (radius * root + 0.01)).squareRoot()) < 1e-12 && abs(right - 4 * (2 * radius * root).squareRoot()) < 1e-12)
    // Its repair is proved for every q.
    #expect(steps["B.8/c*"]?["here"] as? String == "holds")
}

@Test(
    "a review that cannot be made: one line that names the argument",
    arguments: [
        (["B.77", "--d", "3", "--m", "3", "--gamma", "0.1"], "no claim or lemma 'B.77'"),
        (["B.7", "--d", "3", "--m", "3", "--gamma", "1.1"], "gamma = 1.1 is out of range"),
        (["B.7", "--d", "3", "--m", "3", "--gamma", "0.1", "--format", "pdf"], "pdf is no format of a review"),
        (["B.7", "--d", "3", "--m", "3", "--gamma", "0.1", "--format", "md,tex"], "with --out"),
        (["B.7", "--d", "3", "--m", "3", "--gamma", "0.1", "--witness", "near"], "near"),
    ]) func wrongReviews(arguments: [String], message: String) throws
{
    let run = try Program(arguments: ["review"] + arguments)
    #expect(run.status == 64 && run.errors.contains(message) && run.output.isEmpty, "\(run.errors)")
}
