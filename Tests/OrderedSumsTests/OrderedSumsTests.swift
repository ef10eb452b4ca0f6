// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import OrderedSums
import Testing

/// Numbers of the sizes asked for, the same at every run.
private func numbers(_ count: Int, seed: UInt64, widely: Bool = false) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let x = Double(Int64(bitPattern: state) >> 11) / 0x1p53
        return widely ? x * exp2((x * 40).rounded()) : x
    }
}

/// Both sets of registers, one after the other: tests of this suite do not run at once with others of it.
private func inBothWidths<Value>(_ compute: () -> Value) -> (wide: Value, narrow: Value) {
    ordered_use_wide_registers(false)
    let narrow = compute()
    ordered_use_wide_registers(true)
    return (compute(), narrow)
}

/// The error that sums of n products of these sizes may have, in any order.
private func allowance(_ sizes: Double, _ n: Int) -> Double { sizes * Double(n + 4) * 0x1p-52 }

@Suite(.serialized) struct OrderedSumsTests {
    @Test("a product of vectors: the sum within rounding, and the same bits in registers of any width", arguments: 0..<70)
    func dot(n: Int) {
        let (x, y) = (numbers(n, seed: 1, widely: true), numbers(n, seed: 2, widely: true))
        let (wide, narrow) = inBothWidths { ordered_dot(Int32(n), x, y) }
        #expect(wide.bitPattern == narrow.bitPattern)
        let exact = zip(x, y).reduce(Sum()) { $0.adding($1.0, $1.1) }
        #expect(abs(wide - exact.value) <= allowance(exact.sizes, n))
    }

    @Test("norms at the ends of what a Double holds")
    func norms() {
        #expect(ordered_norm(0, [0]) == 0)
        #expect(ordered_norm(2, [3, 4]) == 5)
        #expect(ordered_norm(2, [3e300, 4e300]) == 5e300)
        #expect(ordered_norm(2, [0x3p-1070, 0x4p-1070]) == 0x5p-1070)
        #expect(abs(ordered_norm(2, [3e-200, 4e-200]) / 5e-200 - 1) < 1e-15)
        #expect(ordered_norm(2, [1, .infinity]) == .infinity)
        #expect(ordered_norm(2, [1e300, .nan]).isNaN && ordered_norm(2, [.nan, 0]).isNaN)
        #expect(ordered_norm(3, [1e-170, 1, 0]) == 1)
    }

    @Test("matrices and vectors against sums of more digits", arguments: [(1, 1), (3, 5), (4, 8), (7, 25), (64, 17), (101, 784)])
    func matrixVector(rows: Int, columns: Int) {
        let a = numbers(rows * columns, seed: 3), x = numbers(columns, seed: 4), v = numbers(rows, seed: 5)
        let (m, n) = (Int32(rows), Int32(columns))
        let (wide, narrow) = inBothWidths {
            var y = v, z = x
            ordered_multiply(m, n, 0.7, a, n, x, 0.3, &y)
            ordered_multiply_transposed(m, n, -1.5, a, n, v, 1, &z)
            return (y, z)
        }
        #expect(wide.0 == narrow.0 && wide.1 == narrow.1)
        for i in 0..<rows {
            let sum = (0..<columns).reduce(Sum()) { $0.adding(0.7 * a[i * columns + $1], x[$1]) }.adding(0.3, v[i])
            #expect(abs(wide.0[i] - sum.value) <= allowance(sum.sizes, columns))
        }
        for j in 0..<columns {
            let sum = (0..<rows).reduce(Sum()) { $0.adding(-1.5 * a[$1 * columns + j], v[$1]) }.adding(1, x[j])
            #expect(abs(wide.1[j] - sum.value) <= allowance(sum.sizes, rows))
        }
    }

    @Test(
        "products of matrices, transposed or not, in rows that are longer than they need be",
        arguments: [(1, 1, 1), (5, 3, 700), (6, 8, 256), (49, 9, 257), (50, 100, 3), (7, 4, 0), (13, 2, 40)], [0, 1, 2, 3])
    func product(shape: (m: Int, n: Int, k: Int), transposed: Int) {
        let (m, n, k) = shape, (tA, tB) = (transposed & 1 == 1, transposed & 2 == 2)
        let lda = (tA ? m : k) + 2, ldb = (tB ? k : n) + 1, ldc = n + 3
        let a = numbers((tA ? k : m) * lda, seed: 6), b = numbers((tB ? n : k) * ldb, seed: 7), start = numbers(m * ldc, seed: 8)
        let (wide, narrow) = inBothWidths {
            var c = start
            ordered_product(tA, tB, Int32(m), Int32(n), Int32(k), 0.7, a, Int32(lda), b, Int32(ldb), 0.5, &c, Int32(ldc))
            return c
        }
        #expect(wide == narrow)
        for i in 0..<m {
            for j in 0..<n {
                let sum = (0..<k).reduce(Sum().adding(0.5, start[i * ldc + j])) { sum, p in
                    sum.adding(0.7 * (tA ? a[p * lda + i] : a[i * lda + p]), tB ? b[j * ldb + p] : b[p * ldb + j])
                }
                #expect(abs(wide[i * ldc + j] - sum.value) <= allowance(sum.sizes, k))
            }
            #expect(wide[(i * ldc + n)..<((i + 1) * ldc)] == start[(i * ldc + n)..<((i + 1) * ldc)])
        }
    }

    @Test("Gram matrices, their products with vectors, and solving with a factor", arguments: [(1, 1), (5, 12), (25, 300), (60, 7)])
    func gram(n: Int, k: Int) {
        let a = numbers(n * k, seed: 9), x = numbers(n, seed: 10)
        for transposed in [false, true] {
            var c = [Double](repeating: .nan, count: n * n)
            ordered_gram(transposed, Int32(n), Int32(k), 2, a, Int32(transposed ? n : k), 0, &c, Int32(n))
            func entry(_ i: Int, _ p: Int) -> Double { transposed ? a[p * n + i] : a[i * k + p] }
            for i in 0..<n {
                for j in 0..<n {
                    let sum = (0..<k).reduce(Sum()) { $0.adding(2 * entry(i, $1), entry(j, $1)) }
                    if j <= i {
                        #expect(abs(c[i * n + j] - sum.value) <= allowance(sum.sizes, k))
                    } else {
                        #expect(c[i * n + j].isNaN, "above the diagonal nothing is written")
                    }
                }
            }
            var y = [Double](repeating: 1, count: n)
            ordered_multiply_symmetric(Int32(n), 3, c, Int32(n), x, -1, &y)
            for i in 0..<n {
                let sum = (0..<n).reduce(Sum().adding(-1, 1)) { $0.adding(3 * c[max(i, $1) * n + min(i, $1)], x[$1]) }
                #expect(abs(y[i] - sum.value) <= allowance(sum.sizes, n))
            }
        }
    }

    @Test(
        "panels: packed and unpacked, sparse products and updates, distances, by sums of more digits and in both widths",
        arguments: [(1, 1, 1), (31, 7, 3), (33, 5, 64), (70, 20, 32)])
    func panels(rows: Int, columns: Int, count: Int) {
        let (m, n, k) = (Int32(rows), Int32(columns), Int32(count))
        let panels = (rows + 31) / 32, padded = 32 * panels
        let w = numbers(rows * columns, seed: 13), other = numbers(rows * columns, seed: 14), moves = numbers(count * padded, seed: 15)
        // Every third number of X is not 0.
        let x = numbers(count * columns, seed: 16).enumerated().map { $0 % 3 == 0 ? $1 : 0 }
        var (starts, places, entries): ([Int32], [Int32], [Double]) = ([0], [], [])
        for j in 0..<columns {
            for i in 0..<count where x[i * columns + j] != 0 {
                places.append(Int32(i))
                entries.append(x[i * columns + j])
            }
            starts.append(Int32(places.count))
        }
        let (wide, narrow) = inBothWidths {
            var (packed, old) = ([Double](repeating: .nan, count: padded * columns), [Double](repeating: .nan, count: padded * columns))
            ordered_pack_panels(m, n, w, &packed)
            ordered_pack_panels(m, n, other, &old)
            var values = [Double](repeating: .nan, count: count * padded), squares = [Double](repeating: .nan, count: padded)
            ordered_panels_times_sparse(Int32(panels), n, packed, k, starts, places, entries, &values)
            ordered_panel_distances(Int32(panels), n, packed, old, &squares)
            ordered_add_sparse_to_panels(Int32(panels), n, &packed, starts, places, entries, moves)
            var moved = [Double](repeating: .nan, count: rows * columns), back = moved
            ordered_unpack_panels(m, n, packed, &moved)
            ordered_unpack_panels(m, n, old, &back)
            return [values, squares, moved, back]
        }
        #expect(wide == narrow)
        #expect(wide[3] == other)
        for s in 0..<rows {
            for i in 0..<count {
                let sum = (0..<columns).reduce(Sum()) { $0.adding(x[i * columns + $1], w[s * columns + $1]) }
                #expect(abs(wide[0][i * padded + s] - sum.value) <= allowance(sum.sizes, columns))
            }
            let gaps = (0..<columns).map { w[s * columns + $0] - other[s * columns + $0] }
            let square = gaps.reduce(Sum()) { $0.adding($1, $1) }
            #expect(abs(wide[1][s] - square.value) <= allowance(square.sizes, columns))
            for j in 0..<columns {
                let sum = (0..<count).reduce(Sum().adding(1, w[s * columns + j])) { $0.adding(moves[$1 * padded + s], x[$1 * columns + j]) }
                #expect(abs(wide[2][s * columns + j] - sum.value) <= allowance(sum.sizes, count))
            }
        }
    }

    @Test("solving with a lower triangular factor: multiplied again it is what was given")
    func solving() {
        let (m, n) = (9, 13)
        var l = numbers(n * n, seed: 11)
        for j in 0..<n { l[j * n + j] = 4 + abs(l[j * n + j]) }
        let given = numbers(m * n, seed: 12)
        var b = given
        ordered_solve(Int32(m), Int32(n), l, Int32(n), &b, Int32(n))
        for i in 0..<m {
            for j in 0..<n {
                let sum = (0...j).reduce(Sum()) { $0.adding(b[i * n + $1], l[j * n + $1]) }
                #expect(abs(given[i * n + j] - sum.value) <= 4 * allowance(sum.sizes, n))
            }
        }
    }
}

/// A sum of products in twice the digits: the rounding of each step is kept (Knuth's TwoSum, fma for the product).
private struct Sum {
    var high = 0.0, low = 0.0, sizes = 0.0
    var value: Double { high + low }

    func adding(_ a: Double, _ b: Double) -> Sum {
        let product = a * b, rest = (-product).addingProduct(a, b)
        let sum = high + product, part = sum - high
        return Sum(high: sum, low: low + rest + (high - (sum - part)) + (product - part), sizes: sizes + abs(product))
    }
}
