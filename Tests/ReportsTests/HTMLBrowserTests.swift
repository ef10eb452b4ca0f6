// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import Testing

/// What a script finds on `page` in a frame of `window` by 900 pixels, once a link to `target` was followed: the text that it returns.
private func answer(of script: String, on page: URL, target: String, in window: Int, by browser: String, folder: URL) throws -> String {
    let frame = folder.appendingPathComponent("frame-\(window).html")
    try """
    <!DOCTYPE html><html><body style="margin:0"><iframe id="f" src="\(page.lastPathComponent)#\(target)"
    style="width:\(window)px;height:900px;border:0"></iframe><script>document.getElementById("f").onload = function () {
      var page = this.contentDocument;
      document.title = "answer " + (function () { \(script) })() + " end";
    }</script></body></html>
    """.write(to: frame, atomically: true, encoding: .utf8)
    let found = try output(
        of: browser,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=10000",
            "--window-size=1400,1000", "--user-data-dir=\(folder.path)/profile", "--dump-dom", frame.absoluteString,
        ])
    return String(try #require(found.text.firstMatch(of: #/<title>answer (.*?) end/#), "\(found.text.suffix(400))").output.1)
}

@Test("in a browser a link to a line of the audit opens that line and no other, and the matrix is seen whole at a desk")
func linksAndMatrix() throws {
    guard let browser = tool("chromium", for: "the page's links in a browser") else { return }
    try withTemporaryFolder { folder in
        let page = folder.appendingPathComponent("page.html")
        try HTMLReport.page(try storedContents()).write(to: page, atomically: true, encoding: .utf8)
        func answer(_ script: String, to target: String = "", in window: Int) throws -> String {
            try ReportsTests.answer(of: script, on: page, target: target, in: window, by: browser, folder: folder)
        }
        let open = "return Array.from(page.querySelectorAll('details[open] [id]')).map(function (e) { return e.id; }).join();"
        #expect(try answer(open, to: "audit-B.4_2-star", in: 1280) == "audit-B.4_2-star")
        #expect(try answer(open, to: "claim-B.4_2", in: 1280) == "")
        let hidden = "var box = page.querySelector('.glance'); return box.scrollWidth - box.clientWidth;"
        #expect(try answer(hidden, in: 1280) == "0")
        // The measure can fail: a phone shows a part and scrolls.
        #expect(try answer(hidden, in: 390) != "0")
    }
}
