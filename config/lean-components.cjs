const { readFileSync } = require('node:fs')

/** A webpack loader: puts the file that lean-templates.ts has written in the place of Taro's list of components. */
module.exports = function leanComponents() {
  const { file } = this.getOptions()
  this.addDependency(file)
  return readFileSync(file, 'utf8')
}
