// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// The claims for a terminal: ID, where in the paper, quantity, method.
public enum CatalogueTable {
    public static func plain(_ claims: [Claim]) -> String {
        TextTable(
            columns: ["id", "where", "quantity", "method"].map { .init(title: $0, isNumber: false) },
            rows: claims.map { [$0.id, $0.place, $0.quantityText, $0.check.method.rawValue] }
        ).plain
    }
}
