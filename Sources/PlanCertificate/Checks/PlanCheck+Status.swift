import ForceModel

extension PlanCheck {
  /// Checks that the plan is for this model, and that it does not call itself unusable.
  func checkIdentity() {
    findings.compare(plan.model.name, model.identity.name, "model name")
    findings.compare(plan.model.sha256, model.identity.sha256, "model sha256")
    if plan.status == .invalid {
      findings.disagree("status: the plan says of itself that its certificate failed.")
    }
    if plan.status != .infeasible, !plan.conflict.isEmpty {
      findings.disagree("conflict: only an infeasible plan has fixed lines in conflict.")
    }
    if plan.status != .infeasible, !plan.certificate.contradiction.isEmpty {
      findings.disagree("certificate: only an infeasible plan proves that fixed lines contradict.")
    }
  }

  /// Checks the content of a plan that says that fixed lines contradict each other.
  func checkConflict() {
    let rows = Set(model.fixedDeployments.map(\.row))
    if plan.conflict.isEmpty {
      findings.disagree("status: the plan says infeasible, but names no fixed line in conflict.")
    }
    for conflict in plan.conflict where !rows.contains(conflict.row) {
      findings.disagree("conflict: the model has no fixed deployment in row \(conflict.row).")
    }
    if !(plan.deployments.isEmpty && plan.tasks.isEmpty) {
      findings.disagree("status: the plan says infeasible, but deploys units.")
    }
  }
}
