extension BadModel {
  private static let package = "datapackage.json"
  /// The policy of the model as it stands in the file.
  private static let policy = """
    {
        "horizonDays": 10,
        "gridDays": 2,
        "timeResolutionDays": 1,
        "goals": ["shortfall", "effort"]
      }
    """

  /// A model whose policy is another.
  private static func policy(_ name: String, _ finding: String, _ policy: String) -> BadModel {
    BadModel(
      name, "\(package):12:\(finding)", .replace(package, Self.policy, with: "{ \(policy) }"))
  }

  /// A model in whose fixed.csv there is one line.
  private static func fixed(_ name: String, _ finding: String, _ line: String) -> BadModel {
    BadModel(
      name, "fixed.csv:2:\(finding)",
      .replace(
        package, "\"resources\": [",
        with: "\"resources\": [{\"name\": \"fixed\", \"path\": \"fixed.csv\"},"),
      .write("fixed.csv", "contribution,crisis,lift,mode,units,from,until\n\(line)\n"))
  }

  /// All cases, by what is wrong with them.
  static let all = packages + policies + files + forms + identifiers + references + numbers + rows

  private static let packages = [
    BadModel(
      "no datapackage.json", "datapackage.json:1:1: error[cannot-read]", exitCode: 66,
      .remove(package)),
    BadModel(
      "an empty datapackage.json", "datapackage.json:1:1: error[json-syntax]", .write(package, "")),
    BadModel(
      "a datapackage.json that breaks off", "datapackage.json:1:15: error[json-syntax]",
      .write(package, "{\"name\": \"x\", ")),
    BadModel(
      "a list for a package", "datapackage.json:1:1: error[package-shape]", .write(package, "[]")),
    BadModel(
      "a key twice", "datapackage.json:3:3: error[json-syntax]",
      .replace(package, "\"name\": \"three-crises\"", with: "\"profile\": \"tabular-data-package\"")
    ),
    BadModel(
      "a comma too many", "datapackage.json:3:26: error[json-syntax]",
      .replace(package, "\"name\": \"three-crises\",", with: "\"name\": \"three-crises\",,")),
    BadModel(
      "JSON as deep as a well", "datapackage.json:1:65: error[json-syntax]",
      .write(package, String(repeating: "[", count: 100_000))),
    BadModel(
      "a name with capitals and spaces", "datapackage.json:3:11: error[package-name]",
      .replace(package, "\"three-crises\"", with: "\"Three Crises\"")),
    BadModel(
      "no resources", "datapackage.json:1:1: error[package-shape]",
      .write(package, "{\"name\": \"x\", \"forceplan\": {}}")),
    BadModel(
      "resources that are no list", "datapackage.json:1:28: error[package-shape]",
      .write(package, "{\"name\": \"x\", \"resources\": 3}")),
    BadModel(
      "a resource without a path", "datapackage.json:19:5: error[package-shape]",
      .replace(package, "\"path\": \"contributors.csv\",", with: "")),
    BadModel(
      "a table named twice", "datapackage.json:49:15: error[duplicate-resource]",
      .replace(package, "\"name\": \"locations\"", with: "\"name\": \"contributors\"")),
    BadModel(
      "a required table that is not named", "datapackage.json:18:3: error[missing-table]",
      .replace(package, "\"name\": \"contributions\"", with: "\"name\": \"expected-too\"")),
    BadModel(
      "an absolute path", "datapackage.json:21:15: error[unsafe-path]",
      .replace(package, "\"contributors.csv\"", with: "\"/etc/passwd\"")),
    BadModel(
      "a path to the folder above", "datapackage.json:21:15: error[unsafe-path]",
      .replace(package, "\"contributors.csv\"", with: "\"../contributors.csv\"")),
    BadModel(
      "a path that goes up in its middle", "datapackage.json:21:15: error[unsafe-path]",
      .replace(package, "\"contributors.csv\"", with: "\"tables/../../contributors.csv\"")),
    BadModel(
      "a URL for a path", "datapackage.json:21:15: error[unsafe-path]",
      .replace(package, "\"contributors.csv\"", with: "\"https://example.org/contributors.csv\"")),
    BadModel(
      "an empty path", "datapackage.json:21:15: error[unsafe-path]",
      .replace(package, "\"contributors.csv\"", with: "\"\"")),
    BadModel(
      "a path with a control character", "datapackage.json:21:15: error[unsafe-path]",
      .replace(package, "\"contributors.csv\"", with: "\"contri\\u001bbutors.csv\"")),
    BadModel(
      "a path to no file", "datapackage.json:21:15: error[missing-file]",
      .replace(package, "\"contributors.csv\"", with: "\"contributers.csv\"")),
  ]

  private static let policies = [
    BadModel(
      "a policy that is no object", "datapackage.json:12:16: error[package-shape]",
      .replace(package, policy, with: "3")),
    policy("a misspelt policy", "18: error[unknown-key]", "\"horizonDay\": 10"),
    policy("a negative horizon", "33: error[out-of-range]", "\"horizonDays\": -10"),
    policy("a horizon of nothing", "33: error[out-of-range]", "\"horizonDays\": 0"),
    policy("a horizon in words", "33: error[package-shape]", "\"horizonDays\": \"ten\""),
    BadModel(
      "a horizon before the needs end", "requirements.csv:5:6: error[outside-horizon]",
      .replace(package, "\"horizonDays\": 10", with: "\"horizonDays\": 8")),
    policy("a horizon beyond double precision", "33: error[json-syntax]", "\"horizonDays\": 1e999"),
    policy("a grid of nothing", "30: error[out-of-range]", "\"gridDays\": 0"),
    policy("a grid too fine to plan on", "30: error[grid-too-fine]", "\"gridDays\": 0.000001"),
    policy("a negative resolution", "40: error[out-of-range]", "\"timeResolutionDays\": -1"),
    policy("a strength that there is not", "30: error[unknown-word]", "\"strength\": \"plegded\""),
    policy("whole units in words", "32: error[package-shape]", "\"wholeUnits\": \"yes\""),
    policy(
      "priorities that there are not", "32: error[unknown-word]", "\"priorities\": \"preemptive\""),
    policy("a share above all", "30: error[out-of-range]", "\"shareCap\": 1.5"),
    policy("a misspelt share", "31: error[unknown-key]", "\"shareCap\": {\"perCrises\": 0.5}"),
    policy("goals that do not begin with shortfall", "27: error[goals]", "\"goals\": [\"effort\"]"),
    policy("a goal twice", "41: error[goals]", "\"goals\": [\"shortfall\", \"shortfall\"]"),
    policy(
      "a goal that there is not", "41: error[unknown-word]", "\"goals\": [\"shortfall\", \"efort\"]"
    ),
    policy("no goals", "27: error[goals]", "\"goals\": []"),
    policy("a negative tour", "33: error[out-of-range]", "\"minTourDays\": -1"),
    policy("a broken seed", "26: error[bad-number]", "\"seed\": 1.5"),
  ]

  private static let files = [
    BadModel(
      "a table that is not there", "datapackage.json:21:15: error[missing-file]",
      .remove("contributors.csv")),
    BadModel(
      "a table that leads out of the folder", "datapackage.json:21:15: error[unsafe-path]",
      .link("contributors.csv", to: "/etc/hosts")),
    BadModel(
      "a table that leads to itself", "datapackage.json:21:15: error[cannot-read]", exitCode: 66,
      .link("contributors.csv", to: "contributors.csv")),
    BadModel(
      "a table without end", "datapackage.json:21:15: error[unsafe-path]",
      .link("contributors.csv", to: "/dev/zero")),
    BadModel(
      "a folder for a table", "datapackage.json:21:15: error[not-a-regular-file]",
      .folder("contributors.csv")),
    BadModel(
      "a pipe for a table", "datapackage.json:21:15: error[not-a-regular-file]",
      .pipe("contributors.csv")),
    BadModel(
      "bytes that are no UTF-8", "contributors.csv:2:2: error[not-text]",
      .bytes("contributors.csv", Array("contributor,name\nAral,Ar".utf8) + [0xE9, 0x0A])),
    BadModel(
      "UTF-16 from a spreadsheet", "contributors.csv:1:1: error[not-text]",
      .bytes("contributors.csv", [0xFF, 0xFE, 0x63, 0x00, 0x6F, 0x00])),
    BadModel(
      "a zero byte", "contributors.csv:2:2: error[bad-text]",
      .bytes("contributors.csv", Array("contributor,name\nAral,Ar".utf8) + [0x00, 0x0A])),
    BadModel(
      "an empty table", "contributors.csv:1:1: error[missing-column]",
      .write("contributors.csv", "")),
  ]

  private static let forms = [
    BadModel(
      "a quote that is not closed", "contributors.csv:2:2: error[quoting]",
      .replace("contributors.csv", "Aral (invented", with: "\"Aral (invented")),
    BadModel(
      "text after a closed quote", "contributors.csv:2:2: error[quoting]",
      .replace("contributors.csv", "Aral (invented member)", with: "\"Aral\" (invented)")),
    BadModel(
      "semicolons", "contributors.csv:1:1: error[separator]",
      .write("contributors.csv", "contributor;name\nAral;Aral\n")),
    BadModel(
      "a row too short", "contributions.csv:3:6: error[ragged-row]",
      .replace("contributions.csv", "Balkhash-base,1,1", with: "Balkhash-base,1")),
    BadModel(
      "a row too long", "contributions.csv:3:7: error[ragged-row]",
      .replace("contributions.csv", "Balkhash-base,1,1", with: "Balkhash-base,1,1,1")),
    BadModel(
      "a misspelt column", "contributions.csv:1:6: error[unknown-column]",
      .replace("contributions.csv", "noticeDays", with: "noticeDay")),
    BadModel(
      "a column that is missing", "contributions.csv:1:1: error[missing-column]",
      .replace("contributions.csv", ",units", with: ",note")),
    BadModel(
      "a column twice", "contributions.csv:1:6: error[duplicate-column]",
      .replace("contributions.csv", "noticeDays", with: "units")),
    BadModel(
      "a column without a name", "contributions.csv:1:6: error[unknown-column]",
      .replace("contributions.csv", ",noticeDays", with: ",")),
  ]

  private static let identifiers = [
    BadModel(
      "an identifier with a space", "contributions.csv:2:1: error[bad-identifier]",
      .replace("contributions.csv", "Aral-police,", with: "Aral police,")),
    BadModel(
      "an identifier with a slash", "contributions.csv:2:1: error[bad-identifier]",
      .replace("contributions.csv", "Aral-police,", with: "Aral/police,")),
    BadModel(
      "an identifier of another alphabet", "contributions.csv:2:1: error[bad-identifier]",
      .replace("contributions.csv", "Aral-police,", with: "\u{0410}ral-police,")),
    BadModel(
      "an identifier without end", "contributions.csv:2:1: error[bad-identifier]",
      .replace("contributions.csv", "Aral-police,", with: String(repeating: "a", count: 65) + ",")),
    BadModel(
      "no identifier", "contributions.csv:2:1: error[missing-value]",
      .replace("contributions.csv", "Aral-police,", with: ",")),
    BadModel(
      "an identifier twice", "contributions.csv:3:1: error[duplicate-row]",
      .replace("contributions.csv", "Balkhash-peace,", with: "Aral-police,")),
    BadModel(
      "a member twice", "contributors.csv:3:1: error[duplicate-row]",
      .replace("contributors.csv", "Balkhash,", with: "Aral,")),
    BadModel(
      "a name that steers the terminal", "contributors.csv:2:2: error[bad-text]",
      .replace("contributors.csv", "Aral (", with: "\u{1B}[2JAral (")),
    BadModel(
      "a name that turns the text around", "crises.csv:2:2: error[bad-text]",
      .replace("crises.csv", "Keeping apart", with: "\u{202E}Keeping apart")),
  ]

  private static let references = [
    BadModel(
      "a member that there is not", "contributions.csv:2:2: error[unknown-reference]",
      .replace("contributions.csv", "police,Aral,", with: "police,Arall,")),
    BadModel(
      "case that differs", "contributions.csv:2:2: error[unknown-reference]",
      .replace("contributions.csv", "police,Aral,", with: "police,aral,")),
    BadModel(
      "a capability that there is not", "contributions.csv:2:3: error[unknown-reference]",
      .replace("contributions.csv", "Aral,police-company", with: "Aral,police-compny")),
    BadModel(
      "a base that there is not", "contributions.csv:2:4: error[unknown-reference]",
      .replace("contributions.csv", "Aral-base", with: "Aral-bse")),
    BadModel(
      "a crisis in no place", "crises.csv:4:3: error[unknown-reference]",
      .replace("crises.csv", "Osh,Osh", with: "Osh,Oš")),
    BadModel(
      "a requirement of no crisis", "requirements.csv:5:2: error[unknown-reference]",
      .replace("requirements.csv", "Osh-police,Osh", with: "Osh-police,Os")),
    BadModel(
      "a requirement of no capability", "requirements.csv:5:3: error[unknown-reference]",
      .replace("requirements.csv", "Osh,police-company", with: "Osh,police")),
    BadModel(
      "a substitute that there is not", "substitutions.csv:2:1: error[unknown-reference]",
      .replace("substitutions.csv", "rapid-reaction-company,", with: "rapid-company,")),
    BadModel(
      "a distance from nowhere", "distances.csv:2:1: error[unknown-reference]",
      .replace("distances.csv", "Aral-base,", with: "Aral-bas,")),
    BadModel(
      "a distance by no mode", "distances.csv:2:3: error[unknown-reference]",
      .replace("distances.csv", ",air,", with: ",aire,")),
    BadModel(
      "lift of nobody", "lift.csv:2:2: error[unknown-reference]",
      .replace("lift.csv", "aircraft,Aral", with: "aircraft,Arl")),
    BadModel(
      "lift by no mode", "lift.csv:2:3: error[unknown-reference]",
      .replace("lift.csv", "Aral,air,", with: "Aral,ari,")),
    BadModel(
      "a caveat of nobody", "caveats.csv:2:1: error[unknown-reference]",
      .replace("caveats.csv", "Karakul,", with: "Karakull,")),
    BadModel(
      "a caveat of anybody", "caveats.csv:2:1: error[unknown-reference]",
      .replace("caveats.csv", "Karakul,", with: "*,")),
    BadModel(
      "a caveat on no crisis", "caveats.csv:2:2: error[unknown-reference]",
      .replace("caveats.csv", ",Batken,", with: ",Batkn,")),
    BadModel(
      "a category that there is not", "capabilities.csv:3:2: error[unknown-word]",
      .replace("capabilities.csv", "company,police,", with: "company,polce,")),
  ]

  private static let numbers = [
    BadModel(
      "no number", "contributions.csv:2:5: error[missing-value]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,,")),
    BadModel(
      "a number in words", "contributions.csv:2:5: error[bad-number]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,three,")),
    BadModel(
      "not a number", "contributions.csv:2:5: error[bad-number]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,NaN,")),
    BadModel(
      "infinity", "contributions.csv:2:5: error[bad-number]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,inf,")),
    BadModel(
      "a number beyond double precision", "contributions.csv:2:5: error[out-of-range]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,1e400,")),
    BadModel(
      "a number that double precision takes for 0", "contributions.csv:2:5: error[out-of-range]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,1e-400,")),
    BadModel(
      "a huge number", "contributions.csv:2:5: error[out-of-range]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,1e30,")),
    BadModel(
      "a decimal comma", "contributions.csv:2:5: error[bad-number]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,\"3,5\",")),
    BadModel(
      "a number with spaces", "contributions.csv:2:5: error[bad-number]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,3 000,")),
    BadModel(
      "a hexadecimal number", "contributions.csv:2:5: error[bad-number]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,0x10,")),
    BadModel(
      "negative units", "contributions.csv:2:5: error[out-of-range]",
      .replace("contributions.csv", "Aral-base,3,", with: "Aral-base,-3,")),
    BadModel(
      "negative notice", "contributions.csv:6:6: error[out-of-range]",
      .replace("contributions.csv", "Karakul-base,2,4", with: "Karakul-base,2,-4")),
    BadModel(
      "verified above one", "contributions.csv:2:6: error[out-of-range]",
      .replace("contributions.csv", "noticeDays", with: "verified"),
      .replace("contributions.csv", "Aral-base,3,0", with: "Aral-base,3,1.2")),
    BadModel(
      "a latitude beyond the pole", "locations.csv:2:3: error[out-of-range]",
      .replace("locations.csv", "46.8,", with: "96.8,")),
    BadModel(
      "a longitude beyond the date line", "locations.csv:2:4: error[out-of-range]",
      .replace("locations.csv", ",61.7,", with: ",-181,")),
    BadModel(
      "a unit of nobody", "capabilities.csv:3:4: error[out-of-range]",
      .replace("capabilities.csv", "Police company,100", with: "Police company,0")),
    BadModel(
      "negative tonnes", "capabilities.csv:3:5: error[out-of-range]",
      .replace("capabilities.csv", "Police company,100,10", with: "Police company,100,-10")),
    BadModel(
      "a substitute worth nothing", "substitutions.csv:2:3: error[out-of-range]",
      .replace("substitutions.csv", ",0.5", with: ",0")),
    BadModel(
      "a substitute worth more than the real", "substitutions.csv:2:3: error[out-of-range]",
      .replace("substitutions.csv", ",0.5", with: ",1.5")),
    BadModel(
      "a requirement of nothing", "requirements.csv:5:4: error[out-of-range]",
      .replace("requirements.csv", "police-company,300", with: "police-company,0")),
    BadModel(
      "a requirement without weight", "requirements.csv:5:7: error[out-of-range]",
      .replace("requirements.csv", "300,2,10,1", with: "300,2,10,0")),
    BadModel(
      "a negative distance", "distances.csv:2:4: error[out-of-range]",
      .replace("distances.csv", ",1200", with: ",-1200")),
    BadModel(
      "a mode that stands still", "modes.csv:2:2: error[out-of-range]",
      .replace("modes.csv", "air,3000", with: "air,0")),
    BadModel(
      "a pool in words", "modes.csv:2:5: error[bad-boolean]",
      .replace("modes.csv", ",true", with: ",ja")),
    BadModel(
      "negative assets", "lift.csv:2:4: error[out-of-range]",
      .replace("lift.csv", "air,1,", with: "air,-1,")),
    BadModel(
      "assets that do not move", "lift.csv:2:7: error[out-of-range]",
      .replace("lift.csv", "100,1200", with: "100,0")),
  ]

  private static let rows = [
    BadModel(
      "a window that ends before it begins", "requirements.csv:5:6: error[empty-window]",
      .replace("requirements.csv", "300,2,10", with: "300,10,2")),
    BadModel(
      "a window of no length", "requirements.csv:5:6: error[empty-window]",
      .replace("requirements.csv", "300,2,10", with: "300,2,2")),
    BadModel(
      "a window beyond the horizon", "requirements.csv:5:6: error[outside-horizon]",
      .replace("requirements.csv", "300,2,10", with: "300,2,11")),
    BadModel(
      "a window before the decision", "requirements.csv:5:5: error[out-of-range]",
      .replace("requirements.csv", "300,2,10", with: "300,-2,10")),
    BadModel(
      "a substitute for itself", "substitutions.csv:2:2: error[self-substitution]",
      .replace("substitutions.csv", ",peacekeeping-company", with: ",rapid-reaction-company")),
    BadModel(
      "a substitution twice", "substitutions.csv:3:1: error[duplicate-row]",
      .append("substitutions.csv", "rapid-reaction-company,peacekeeping-company,0.25\n")),
    BadModel(
      "a distance twice", "distances.csv:8:1: error[contradicting-distance]",
      .append("distances.csv", "Aral-base,Osh,air,1300\n")),
    BadModel(
      "a way back that contradicts the way", "distances.csv:8:1: error[contradicting-distance]",
      .append("distances.csv", "Osh,Aral-base,air,1300\n")),
    fixed(
      "a fixed line of no pledge", "1: error[unknown-reference]",
      "Aral-polce,Osh,Aral-aircraft,,1,2,10"),
    fixed(
      "a fixed line of nothing", "5: error[out-of-range]", "Aral-police,Osh,Aral-aircraft,,0,2,10"),
    fixed("a fixed line without a way", "4: error[missing-value]", "Aral-police,Osh,,,1,2,10"),
    fixed(
      "a fixed line with two ways", "4: error[fixed-way]",
      "Aral-police,Osh,Aral-aircraft,road,1,2,10"),
    fixed(
      "a fixed line off the grid", "6: error[fixed-off-grid]",
      "Aral-police,Osh,Aral-aircraft,,1,3.5,10"),
    fixed(
      "a fixed line before it can be", "6: error[fixed-impossible]",
      "Aral-police,Osh,Aral-aircraft,,1,0,10"),
    fixed(
      "a fixed line against a caveat", "1: error[fixed-impossible]",
      "Karakul-peace,Batken,,road,1,4,10"),
  ]
}
