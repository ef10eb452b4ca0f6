// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import LazyPaper
import Reports
import Support

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the claims: ID, where in the paper, quantity, method.",
        discussion: "Example: lemmacheck list B.7")

    @Argument(help: ArgumentHelp("A claim or a lemma; all of them unless given.", valueName: "claim"))
    var names: [String] = []

    func run() throws {
        let claims = try names.isEmpty ? LazyPaper.catalogue.all : claims(named: names)
        try Output.print(CatalogueTable.plain(claims), terminator: "")
    }
}

/// The claims that `name` stands for.
func claims(named name: String, in catalogue: Catalogue = LazyPaper.catalogue) throws -> [Claim] {
    let claims = catalogue.claims(of: name)
    guard claims.isEmpty else { return claims }
    let near = catalogue.nearest(name)
    let hint = near.isEmpty ? ";" : "; did you mean \(near.joined(separator: ", "))?"
    throw Failure.usage("no claim or lemma \(name.quoted)\(hint) `lemmacheck list` shows all").exit
}

/// The claims that the names stand for, each once.
func claims(named names: [String]) throws -> [Claim] {
    var seen: Set<Claim> = []
    return try names.flatMap { try claims(named: $0) }.filter { seen.insert($0).inserted }
}
