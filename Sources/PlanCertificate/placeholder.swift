import ForceModel
