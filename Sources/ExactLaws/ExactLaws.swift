public import Bounds
public struct ExactProbability: Sendable { public let lower: Double; public let upper: Double }
public enum ExactLaws { public static func probability(_ claim: BoundedClaim, _ p: Parameters) -> ExactProbability? { nil } }
