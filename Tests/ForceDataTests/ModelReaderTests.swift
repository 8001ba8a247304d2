import ForceData
import ForceModel
import Testing

@Suite struct ModelReaderTests {
  @Test func `the tiny model has no findings`() throws {
    let folder = try TemporaryFolder(TinyModel.files)
    let reading = ModelReader().read(folder: folder.path)
    #expect(reading.findings.map(\.text) == [])
    #expect(reading.model != nil)
  }
}
