// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import LazyPaper
import Prover
import Testing

/// The claim or repair of that ID.
func claim(_ id: String) throws -> Claim { try #require(LazyPaper.catalogue.claim(id)) }

/// What the audit finds of a claim that needs no draws.
func finding(_ id: String) throws -> Finding {
    guard case .proof(let proof) = try claim(id).decision else { throw NotDecidedByProof(id: id) }
    return try proof.finding()
}

/// The law that decides a claim over its domain.
func law(_ id: String) throws -> LawSweep {
    guard case .proof(let proof) = try claim(id).decision else { throw NotDecidedByProof(id: id) }
    return try #require(proof as? LawSweep)
}

/// Every claim and repair that an exact law decides, in the paper's order.
let lawIDs: [String] = LazyPaper.catalogue.all.flatMap { [$0] + $0.repairs }.compactMap { claim in
    guard case .proof(let proof) = claim.decision, proof is LawSweep else { return nil }
    return claim.id
}

struct NotDecidedByProof: Error { let id: String }
