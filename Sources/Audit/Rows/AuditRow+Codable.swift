// SPDX-License-Identifier: GPL-3.0-or-later

/// One flat object a row: {id, kind, existence, experiment, statement, place, domain, method, verdict, witness, probability, gamma, note, evidence, boundary, repairs}, keys that do
/// not apply absent.
extension AuditRow: Codable {
    private enum Key: String, CodingKey {
        case id, kind, existence, experiment, statement, place, domain, method, verdict, witness, probability, gamma, note, evidence, boundary, repairs
    }

    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(step.id, forKey: .id)
        // Readers know three kinds; an existence claim is of the kind of what it says exists, an experiment speaks of the W that training
        // finds in the ball, and both are marked.
        switch step.kind {
        case .existence:
            try row.encode(["B.7/2", "3.1/1"].contains(step.id) ? StepKind.uniform : .deterministic, forKey: .kind)
            try row.encode(true, forKey: .existence)
        case .experiment:
            try row.encode(StepKind.uniform, forKey: .kind)
            try row.encode(true, forKey: .experiment)
        case .deterministic, .probability, .uniform: try row.encode(step.kind, forKey: .kind)
        }
        try row.encode(step.statement, forKey: .statement)
        try row.encode(step.place, forKey: .place)
        try row.encode(step.domain, forKey: .domain)
        try row.encode(method, forKey: .method)
        try row.encode(verdict, forKey: .verdict)
        try row.encodeIfPresent(witness, forKey: .witness)
        try row.encodeIfPresent(probability, forKey: .probability)
        try row.encodeIfPresent(gamma, forKey: .gamma)
        if !note.isEmpty { try row.encode(note, forKey: .note) }
        if !evidence.isEmpty { try row.encode(evidence, forKey: .evidence) }
        try row.encodeIfPresent(boundary, forKey: .boundary)
        if !repairs.isEmpty { try row.encode(repairs, forKey: .repairs) }
    }

    public init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: Key.self)
        let isExistence = try row.decodeIfPresent(Bool.self, forKey: .existence) == true
        let isExperiment = try row.decodeIfPresent(Bool.self, forKey: .experiment) == true
        let step = AuditStep(
            id: try row.decode(String.self, forKey: .id),
            kind: isExistence ? .existence : isExperiment ? .experiment : try row.decode(StepKind.self, forKey: .kind),
            statement: try row.decode(String.self, forKey: .statement), place: try row.decode(String.self, forKey: .place),
            domain: try row.decode(String.self, forKey: .domain))
        self.init(
            step, try row.decode(AuditVerdict.self, forKey: .verdict), method: try row.decode(String.self, forKey: .method),
            witness: try row.decodeIfPresent(Witness.self, forKey: .witness),
            probability: try row.decodeIfPresent(Double.self, forKey: .probability), gamma: try row.decodeIfPresent(Double.self, forKey: .gamma),
            note: try row.decodeIfPresent(String.self, forKey: .note) ?? "",
            evidence: try row.decodeIfPresent([Evidence].self, forKey: .evidence) ?? [],
            boundary: try row.decodeIfPresent(BoundaryTable.self, forKey: .boundary),
            repairs: try row.decodeIfPresent([String].self, forKey: .repairs) ?? [])
    }
}
