package fr.aiguillage

// The core's own types, so that one import finds everything.

public typealias Absence = fr.aiguillage.model.Absence
public typealias AnswerGroup = fr.aiguillage.model.AnswerGroup
public typealias Antenne = fr.aiguillage.model.Antenne
public typealias ChangeKind = fr.aiguillage.model.ChangeKind
public typealias Competence = fr.aiguillage.model.Competence
public typealias Criterion = fr.aiguillage.model.Criterion
public typealias Diagnostic = fr.aiguillage.model.Diagnostic
public typealias DiagnosticCode = fr.aiguillage.model.DiagnosticCode
public typealias Expert = fr.aiguillage.model.Expert
public typealias Institution = fr.aiguillage.model.Institution
public typealias Level = fr.aiguillage.model.Level
public typealias NeedField = fr.aiguillage.model.NeedField
public typealias Owner = fr.aiguillage.model.Owner
public typealias Question = fr.aiguillage.model.Question
public typealias Rule = fr.aiguillage.model.Rule
public typealias Rules = fr.aiguillage.model.Rules
public typealias Severity = fr.aiguillage.model.Severity
public typealias Subject = fr.aiguillage.model.Subject
public typealias Theme = fr.aiguillage.model.Theme
public typealias WhenUnknown = fr.aiguillage.model.WhenUnknown
public typealias ZoneKind = fr.aiguillage.model.ZoneKind
public typealias ZoneOwner = fr.aiguillage.model.ZoneOwner
