// SPDX-License-Identifier: GPL-3.0-or-later

/// A maximum matching of a bipartite graph, by Hopcroft and Karp's algorithm (doi:10.1137/0202019): O(E sqrt V).
public struct BipartiteMatching: Sendable {
    /// The right vertex matched to each left one; nil for none.
    public private(set) var partners: [Int?]

    /// - Parameters:
    ///   - neighbours: of each left vertex, right vertices from 0.
    ///   - rightCount: how many right vertices there are; all of `neighbours` are below it.
    public init(neighbours: [[Int]], rightCount: Int) {
        partners = Array(repeating: nil, count: neighbours.count)
        var owners = [Int?](repeating: nil, count: rightCount)
        var search = Search(neighbours: neighbours)
        while search.layer(partners, owners) {
            for left in neighbours.indices where partners[left] == nil { _ = search.augment(from: left, &partners, &owners) }
        }
    }

    /// How many edges it has.
    public var size: Int { partners.count { $0 != nil } }

    /// One round: the layers of shortest alternating paths, then disjoint augmenting paths along them.
    private struct Search {
        let neighbours: [[Int]]
        private var depth: [Int] = []
        private var next: [Int] = []

        init(neighbours: [[Int]]) { self.neighbours = neighbours }

        /// Lays the left vertices in layers from the free ones; whether a free right vertex can be reached.
        mutating func layer(_ partners: [Int?], _ owners: [Int?]) -> Bool {
            depth = partners.map { $0 == nil ? 0 : .max }
            next = Array(repeating: 0, count: neighbours.count)
            var queue = partners.indices.filter { partners[$0] == nil }
            var reaches = false, head = 0
            while head < queue.count {
                let left = queue[head]
                head += 1
                for right in neighbours[left] {
                    guard let owner = owners[right] else {
                        reaches = true
                        continue
                    }
                    if depth[owner] == .max {
                        depth[owner] = depth[left] + 1
                        queue.append(owner)
                    }
                }
            }
            return reaches
        }

        /// Follows one augmenting path from a free left vertex, depth first and without recursion, and turns it over.
        mutating func augment(from start: Int, _ partners: inout [Int?], _ owners: inout [Int?]) -> Bool {
            var path: [(left: Int, right: Int)] = []
            var left = start
            while true {
                guard next[left] < neighbours[left].count else {
                    // A dead end, of which no later path comes back.
                    depth[left] = .max
                    guard let last = path.popLast() else { return false }
                    left = last.left
                    continue
                }
                let right = neighbours[left][next[left]]
                next[left] += 1
                guard let owner = owners[right] else {
                    for step in path + [(left, right)] { (partners[step.left], owners[step.right]) = (step.right, step.left) }
                    return true
                }
                guard depth[owner] == depth[left] + 1 else { continue }
                path.append((left, right))
                left = owner
            }
        }
    }
}
