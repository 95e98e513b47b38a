import ts from 'typescript'

/** Words nobody reads in the mini-program, as docs/design-language.md lists them. */
export interface UnsaidWords {
  word: string
  /** What is said instead. */
  say: string
  /** Operators may read it. */
  operators: boolean
  english: boolean
}

/** The rooms of operators. */
const workplaces = /^miniprogram\/(?:packages\/(?:workplace|batch)|operator)\//

/** Reads the table of words; a table that lost its columns is an error, not an empty list. */
export function unsaidWords(document: string): UnsaidWords[] {
  const lines = document.split('\n')
  const head = lines.findIndex(line => /^\|\s*对谁\s*\|\s*说\s*\|\s*不说/.test(line))
  if (head < 0) throw new Error('docs/design-language.md has no table of words')
  const words: UnsaidWords[] = []
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith('|')) break
    const [whom = '', say = '', not = '', english = '', notEnglish = ''] = line
      .split('|')
      .slice(1)
      .map(cell => cell.trim())
    const operators = whom === '用户'
    for (const word of not.split('、').filter(Boolean)) words.push({ word, say, operators, english: false })
    for (const word of notEnglish.split(', ').filter(Boolean))
      words.push({ word, say: english, operators, english: true })
  }
  return words
}

/** What is said in the texts of a file though it is not to be said, as `file:line`. */
export function saidAnyway(file: string, text: string, words: readonly UnsaidWords[]): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const wanted = words.filter(({ operators }) => !(operators && workplaces.test(file)))
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (isSaid(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      for (const { word, say, english } of wanted) {
        if (isIn(node.text, word, english)) found.push(`${file}:${line + 1} says ${word}: say ${say}`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A text, not the name of one, nor a word of the code: a value that has a blank or Chinese in it. */
function isSaid(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node) || ts.isImportDeclaration(node.parent)) return false
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return false
  return /[\s\u4e00-\u9fff]/.test(node.text) || /texts?\.ts$|common\.ts$/.test(node.getSourceFile().fileName)
}

function isIn(text: string, word: string, english: boolean): boolean {
  // Names of parameters are nobody's words.
  const said = text.replace(/\{\w+\}/g, '')
  return english ? new RegExp(`\\b${word}s?\\b`, 'i').test(said) : said.includes(word)
}
