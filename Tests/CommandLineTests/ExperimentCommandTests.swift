// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A folder with `count` images that stand for the digits 0 and 1, as MNIST's files hold them: of noise, or all black.
private func writeDigits(to folder: URL, count: Int, side: Int = 28, black: Bool = false) throws {
    func idx(_ shape: [Int], _ values: [UInt8]) -> Data {
        Data(
            [0, 0, 8, UInt8(shape.count)] + shape.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
                + values)
    }
    let size = side * side
    var state: UInt32 = 7
    func byte(_ i: Int) -> UInt8 {
        guard !black else { return 0 }
        state = state &* 1_664_525 &+ 1_013_904_223
        // Ones are bright in the upper half, zeros in the lower.
        let bright = (i / size) % 2 == ((i % size) < size / 2 ? 1 : 0)
        return UInt8(truncatingIfNeeded: state >> 26) + (bright ? 120 : 0)
    }
    for prefix in ["train", "t10k"] {
        try idx([count, side, side], (0..<count * size).map(byte)).write(to: folder.appendingPathComponent("\(prefix)-images-idx3-ubyte"))
        try idx([count], (0..<count).map { UInt8($0 % 2) }).write(to: folder.appendingPathComponent("\(prefix)-labels-idx1-ubyte"))
    }
}

@Test("experiment without data shows the recorded run: its networks, the rule and the verdict of each claim")
func recordedExperiment() throws {
    let program = try Program("experiment", "fig3")
    #expect(program.status == 0 && program.errors.isEmpty)
    #expect(program.output.contains("5/3 OPEN, not reproduced, by: the recorded run") && program.output.contains("unnormalized  100000"))
    #expect(
        try Program("experiment", "all").output.components(separatedBy: "by: the recorded run").count == 11 + 6 + 1, "claims and repairs")
}

@Test("experiment trains on the data given, writes its records, and repeats itself on any number of threads")
func newExperiment() throws {
    try withTemporaryFolder { folder in
        try writeDigits(to: folder, count: 60)
        let arguments = ["experiment", "fig2", "--data", ".", "--d", "25,100", "--m", "200", "--runs", "2"]
        let one = try Program(arguments: arguments + ["--threads", "1", "--out", "one"], folder: folder)
        let two = try Program(arguments: arguments + ["--threads", "2", "--out", "two"], folder: folder)
        #expect(one.status == 0 && two.status == 0, "\(one.errors)")
        let tables = try ["one", "two"].map { try String(contentsOf: folder.appendingPathComponent("\($0)/lazy.csv"), encoding: .utf8) }
        #expect(tables[0] == tables[1])
        #expect(tables[0].split(separator: "\n").count == 5 && tables[0].contains("\nunnormalized,unit-range,on,area,1,1,3,100,200,10,2,"))
        let robust = try Program(
            "experiment", "fig4", "--data", ".", "--d", "25", "--m", "50", "--runs", "1", "--images", "20", folder: folder)
        #expect(robust.status == 0 && robust.output.contains("mean robust test accuracy (%) by R sqrt d"))
    }
}

@Test("what the paper leaves open is an option each, and stands in every record; where it changes nothing it is refused")
func openChoices() throws {
    try withTemporaryFolder { folder in
        try writeDigits(to: folder, count: 60)
        let grid = ["experiment", "fig2", "--data", ".", "--d", "25,100", "--m", "50", "--runs", "1"]
        let usual = try Program(arguments: grid + ["--out", "usual"], folder: folder)
        let other = try Program(
            arguments: grid + ["--pixels", "symmetric", "--bias", "off", "--filter", "bilinear", "--batch", "8", "--initial-scale", "0.5"]
                + ["--passes", "2", "--out", "other"], folder: folder)
        #expect(usual.status == 0 && other.status == 0, "\(other.errors)")
        let tables = try ["usual", "other"].map { try String(contentsOf: folder.appendingPathComponent("\($0)/lazy.csv"), encoding: .utf8) }
        #expect(tables[1].contains("\nunnormalized,symmetric,off,bilinear,8,0.5,2,100,50,10,1,") && tables[0] != tables[1])
        let quick = try Program("experiment", "fig2", "--data", ".", "--d", "25,100", "--quick", "--out", "quick", folder: folder)
        let table = try String(contentsOf: folder.appendingPathComponent("quick/lazy.csv"), encoding: .utf8)
        #expect(quick.status == 0 && table.split(separator: "\n").count == 5 && table.contains(",100,1000,10,2,"))
    }
    for (experiment, option) in [("fig4", ["--batch", "8"]), ("fig5", ["--bias", "on"]), ("ceiling", ["--filter", "area"])] {
        let program = try Program(arguments: ["experiment", experiment, "--data", "."] + option)
        #expect(program.status == 64 && program.errors.contains("\(option[0]) changes nothing in \(experiment)"), "\(program.errors)")
    }
    #expect(try Program("experiment", "fig2", "--data", ".", "--pixels", "grey").status == 64)
}

@Test("the journal of a run is gone with its report; one that is there is gone on with only where that is asked for")
func experimentJournalFile() throws {
    try withTemporaryFolder { folder in
        try writeDigits(to: folder, count: 20)
        let grid = ["experiment", "fig2", "--data", ".", "--d", "25", "--m", "20", "--runs", "1", "--out", "out"]
        let journal = folder.appendingPathComponent("out/experiment.journal")
        #expect(try Program(arguments: grid + ["--resume"], folder: folder).status == 0, "with nothing to go on with all is begun")
        #expect(!FileManager.default.fileExists(atPath: journal.path))
        try "no journal\n".write(to: journal, atomically: true, encoding: .utf8)
        let begun = try Program(arguments: grid, folder: folder)
        #expect(begun.status == 64 && begun.errors.contains("out/experiment.journal is of a run that was interrupted: --resume goes on"))
        let damaged = try Program(arguments: grid + ["--resume"], folder: folder)
        #expect(damaged.status == 65 && damaged.errors.contains("its first line is damaged"), "\(damaged.errors)")
        #expect(damaged.errors.split(separator: "\n").count == 1)
    }
}

@Test("networks that are asked for without a folder train on Fashion-MNIST where it is installed, and the report says so")
func imagesOfDebian() throws {
    let grid = ["experiment", "fig2", "--d", "25,49", "--m", "50", "--runs", "1", "--images", "20"]
    let program = try Program(arguments: grid)
    guard FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist") else {
        print("skipped: training on Fashion-MNIST, since Debian's dataset-fashion-mnist is not installed")
        #expect(program.status == 64 && program.errors.split(separator: "\n").count == 1)
        #expect(program.errors.contains("--d asks for networks, and there are no images: --data takes the folder of MNIST's four files"))
        return
    }
    #expect(program.status == 0 && program.errors.isEmpty, "\(program.errors)")
    let opening = "Section 5's experiments on other images than the paper's: networks trained on Fashion-MNIST's classes"
    #expect(program.output.hasPrefix(opening))
    #expect(program.output.contains("The claims speak of MNIST and are not judged by them."))
    #expect(try Program(arguments: grid + ["--data", "fashion-mnist"]).output == program.output)
}

@Test("the grid of choices prints a line a choice, by claims and in numbers, and has no claim's row")
func choiceGrid() throws {
    try withTemporaryFolder { folder in
        try writeDigits(to: folder, count: 30)
        let program = try Program(
            "experiment", "choices", "--data", ".", "--d", "25", "--runs", "1", "--images", "5", "--out", "out", folder: folder)
        #expect(program.status == 0 && program.output.contains("by the rules of bounds/Section-5.yaml"), "\(program.errors)")
        #expect(program.output.split(separator: "\n").filter { $0.hasPrefix("symmetric") }.count == 8)
        #expect(try String(contentsOf: folder.appendingPathComponent("out/choices.csv"), encoding: .utf8).contains(",bilinear,"))
    }
}

@Test("other images than MNIST's are named as such, on screen and on the page, and judge no claim", arguments: [true, false])
func otherImages(black: Bool) throws {
    try withTemporaryFolder { folder in
        try writeDigits(to: folder, count: 40, black: black)
        for experiment in ["errors", "fig4", "fig5", "fig7"] {
            let program = try Program(
                arguments: ["experiment", experiment, "--data", ".", "--m", "60", "--runs", "2", "--out", experiment]
                    + ["--d", experiment == "fig4" ? "25" : "25,100"] + (experiment == "fig7" ? [] : ["--images", "10"]), folder: folder)
            #expect(program.status == 0 && program.errors.isEmpty, "\(program.errors)")
            let page = try String(contentsOf: folder.appendingPathComponent("\(experiment)/experiments.md"), encoding: .utf8)
            for text in [program.output, page] {
                #expect(text.contains("the images in . (not MNIST's)") && text.contains("not judged"), "\(text)")
                for word in ["refuted", "holds", "consistent", "inconclusive", "on MNIST's"] { #expect(!text.contains(word), "\(text)") }
            }
        }
    }
}

@Test("images that are smaller than asked, and what is no file of images: status 65 and one line, at once")
func unusableImages() throws {
    try withTemporaryFolder { folder in
        try writeDigits(to: folder, count: 20, side: 20)
        let large = try Program("experiment", "fig2", "--data", ".", "--d", "25,784", "--m", "20", folder: folder)
        #expect(large.status == 65 && large.output.isEmpty)
        #expect(large.errors == "lemmacheck: .: has images of 20 x 20 pixels; d = 784 asks for at least 28 x 28\n")
        #expect(try Program("experiment", "all", "--data", ".", folder: folder).status == 65)
        let fits = try Program("experiment", "fig2", "--data", ".", "--d", "400", "--m", "20", "--runs", "1", folder: folder)
        #expect(fits.status == 0, "\(fits.errors)")
        let file = folder.appendingPathComponent("t10k-labels-idx1-ubyte")
        try FileManager.default.removeItem(at: file)
        #expect(mkfifo(file.path, 0o600) == 0)
        let pipe = try Program("experiment", "fig2", "--data", ".", "--d", "25", folder: folder)
        #expect(pipe.status == 65 && pipe.errors.hasPrefix("lemmacheck: ./t10k-labels-idx1-ubyte: is a pipe; a regular file"))
        #expect(pipe.errors.split(separator: "\n").count == 1)
    }
}

@Test("experiment says in one line what is wrong with its arguments and files")
func experimentErrors() throws {
    let missing = try Program("experiment", "fig2", "--data", "/nowhere")
    #expect(missing.status == 65)
    #expect(
        missing.errors
            == "lemmacheck: /nowhere/train-images-idx3-ubyte.gz: is missing; allowed: the four files of MNIST, compressed by gzip or not\n")
    let dimension = try Program("experiment", "fig2", "--data", ".", "--d", "26")
    #expect(dimension.status == 64 && dimension.errors.contains("d = 26 is out of range: a square from 1 to 784 is allowed"))
    #expect(try Program("experiment", "fig2", "--data", ".", "--c0=-1").errors.contains("c0 = -1 is out of range"))
    #expect(try Program("experiment", "fig2", "--data", ".", "--runs", "1e15").errors.contains("an integer from 1 to 1000 is allowed"))
    #expect(try Program("experiment", "fig2", "--data", ".", "--m", "1e9").errors.contains("an integer from 1 to 1e6 is allowed"))
    #expect(try Program("experiment", "fig8").errors.contains("fig2"))
}
