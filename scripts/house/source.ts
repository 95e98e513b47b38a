import ts from 'typescript'

/** `file:line` and what is wrong there. */
export type Finding = string

/** One rule of the house: what it finds in a source file. */
export type Rule = (source: ts.SourceFile) => Finding[]

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
}

export function at(node: ts.Node, what: string): Finding {
  const source = node.getSourceFile()
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  return `${source.fileName}:${line + 1} ${what}`
}

/** Everything below a node for which it holds, in the order of the text. */
export function below<T extends ts.Node>(root: ts.Node, holds: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  const visit = (node: ts.Node): void => {
    if (holds(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(root, visit)
  return found
}

/** Calls of a function by its name. */
export function callsOf(root: ts.Node, ...names: readonly string[]): ts.CallExpression[] {
  return below(root, ts.isCallExpression).filter(({ expression }) => names.includes(expression.getText()))
}
