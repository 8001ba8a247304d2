import ForceModel

/// The kinds of unit that generated models pledge and require.
enum CapabilityCatalogue {
  /// A kind of unit with how often it is pledged and required.
  struct Kind {
    let capability: Capability
    /// Weight among the pledges.
    let pledged: Double
    /// Weight among the requirements.
    let required: Double

    init(
      _ id: String, _ category: ForceCategory, personnel: Double, tonnes: Double, pledged: Double,
      required: Double
    ) {
      capability = Capability(
        id: id, category: category, name: id, personnel: personnel, tonnes: tonnes)
      self.pledged = pledged
      self.required = required
    }
  }

  /// All kinds, sorted by identifier.
  static let kinds: [Kind] = [
    Kind(
      "air-assault-company", .rapidReaction, personnel: 110, tonnes: 40, pledged: 7, required: 6),
    Kind("airborne-company", .rapidReaction, personnel: 120, tonnes: 55, pledged: 7, required: 5),
    Kind("border-guard-company", .police, personnel: 90, tonnes: 25, pledged: 5, required: 5),
    Kind("cbrn-platoon", .support, personnel: 30, tonnes: 45, pledged: 2, required: 2),
    Kind("engineer-company", .support, personnel: 100, tonnes: 260, pledged: 5, required: 6),
    Kind("field-hospital", .support, personnel: 80, tonnes: 120, pledged: 3, required: 5),
    Kind("formed-police-unit", .police, personnel: 140, tonnes: 35, pledged: 8, required: 11),
    Kind("gendarmerie-company", .police, personnel: 110, tonnes: 30, pledged: 5, required: 3),
    Kind("helicopter-flight", .support, personnel: 60, tonnes: 90, pledged: 2, required: 4),
    Kind(
      "light-infantry-company", .peacekeeping, personnel: 130, tonnes: 45, pledged: 14,
      required: 12),
    Kind(
      "mechanised-company", .peacekeeping, personnel: 120, tonnes: 380, pledged: 7, required: 5),
    Kind(
      "military-police-platoon", .peacekeeping, personnel: 40, tonnes: 15, pledged: 4, required: 4),
    Kind("motorised-company", .peacekeeping, personnel: 125, tonnes: 170, pledged: 9, required: 9),
    Kind("recon-platoon", .rapidReaction, personnel: 35, tonnes: 30, pledged: 4, required: 4),
    Kind("signals-platoon", .support, personnel: 35, tonnes: 25, pledged: 4, required: 4),
    Kind("special-police-team", .police, personnel: 30, tonnes: 8, pledged: 4, required: 5),
    Kind("transport-company", .support, personnel: 90, tonnes: 220, pledged: 5, required: 5),
    Kind("water-purification-team", .support, personnel: 20, tonnes: 30, pledged: 2, required: 2),
  ]

  /// Which kind may be sent in the place of which, and how much it counts.
  private static let substitutes: [(sent: String, required: String, effectiveness: Double)] = [
    ("air-assault-company", "airborne-company", 0.9),
    ("air-assault-company", "light-infantry-company", 0.9),
    ("airborne-company", "air-assault-company", 0.9),
    ("airborne-company", "light-infantry-company", 0.9),
    ("border-guard-company", "gendarmerie-company", 0.6),
    ("formed-police-unit", "gendarmerie-company", 0.8),
    ("gendarmerie-company", "border-guard-company", 0.7),
    ("gendarmerie-company", "formed-police-unit", 0.8),
    ("gendarmerie-company", "military-police-platoon", 0.7),
    ("light-infantry-company", "border-guard-company", 0.6),
    ("light-infantry-company", "motorised-company", 0.7),
    ("mechanised-company", "motorised-company", 0.9),
    ("military-police-platoon", "formed-police-unit", 0.5),
    ("motorised-company", "light-infantry-company", 0.85),
    ("motorised-company", "mechanised-company", 0.6),
    ("recon-platoon", "special-police-team", 0.4),
    ("special-police-team", "formed-police-unit", 0.5),
  ]

  /// The substitutions as a model holds them, sorted.
  static let substitutions: [Substitution] = substitutes.compactMap { pair in
    guard let sent = index(of: pair.sent), let required = index(of: pair.required) else {
      return nil
    }
    return Substitution(
      capability: sent, substitutesFor: required, effectiveness: pair.effectiveness)
  }.sorted { ($0.capability, $0.substitutesFor) < ($1.capability, $1.substitutesFor) }

  private static func index(of id: String) -> Int? {
    kinds.firstIndex { $0.capability.id == id }
  }
}
