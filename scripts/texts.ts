import path from 'node:path'
import ts from 'typescript'

interface Room {
  /** `boardText`. */
  name: string
  file: string
  keys: ReadonlySet<string>
}

/**
 * The texts nobody asks for, as `file: name 'key'`. (One that is asked for without being there fails the type-check.)
 *
 * A key is asked for wherever a key of its room is wanted by type and this one may come: as the argument of the room's
 * function, as the field of a table of keys, as what a function answers. A value that may be any key at all asks for
 * none: whoever made it has.
 */
export function unusedTexts(program: ts.Program): string[] {
  const checker = program.getTypeChecker()
  const files = program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile)
  const rooms = files.flatMap(file => roomsIn(file, checker))
  const asked = new Map(rooms.map(room => [room, new Set<string>()]))
  const wantedBy = roomsByType(rooms)

  const visit = (node: ts.Node): void => {
    if (ts.isExpression(node)) look(node)
    ts.forEachChild(node, visit)
  }
  const look = (node: ts.Expression) => {
    const wanted = checker.getContextualType(node)
    if (!wanted) return
    for (const room of wantedBy(wanted)) {
      const may = wordsOf(checker.getTypeAtLocation(node))
      if (may.length === room.keys.size && !isWritten(node)) continue
      for (const word of may) asked.get(room)?.add(word)
    }
  }
  for (const file of files) if (!/\.test\.tsx?$/.test(file.fileName)) visit(file)

  return rooms.flatMap(room =>
    [...room.keys]
      .filter(key => !asked.get(room)?.has(key))
      .map(key => `${room.file}: ${room.name} '${key}'`),
  )
}

/** A key that is made here, not handed on. */
function isWritten(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}

/** Whatever `defineTexts` makes under a name. */
function roomsIn(file: ts.SourceFile, checker: ts.TypeChecker): Room[] {
  const rooms: Room[] = []
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !initializer || !ts.isCallExpression(initializer)) continue
      if (initializer.expression.getText() !== 'defineTexts') continue
      const [key] = checker.getTypeAtLocation(name).getCallSignatures()[0]?.getParameters() ?? []
      if (!key) continue
      const keys = new Set(wordsOf(checker.getTypeOfSymbolAtLocation(key, name)))
      rooms.push({ name: name.text, file: path.relative(process.cwd(), file.fileName), keys })
    }
  }
  return rooms
}

/** The rooms whose keys, and nothing else, are wanted by a type. */
function roomsByType(rooms: readonly Room[]): (type: ts.Type) => readonly Room[] {
  const known = new Map<ts.Type, readonly Room[]>()
  return type => {
    const before = known.get(type)
    if (before) return before
    const words = new Set(wordsOf(type))
    const found = rooms.filter(
      ({ keys }) => keys.size === words.size && [...keys].every(key => words.has(key)),
    )
    known.set(type, found)
    return found
  }
}

/** The words a type consists of; none for a type that any text fits. */
function wordsOf(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type]
  return parts.flatMap(part => (part.isStringLiteral() ? [part.value] : []))
}
