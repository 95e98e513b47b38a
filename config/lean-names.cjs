/**
 * A webpack loader for the names of WeChat's calls in Taro's runtime: leaves those that a page names. Taro makes a
 * promise of each of them; what nobody calls needs none. Options: `words`, as lean-templates.ts reads them.
 */
module.exports = function leanNames(source) {
  const words = new Set(this.getOptions().words)
  return source.replace(/new Set\(\[[^\]]*\]\)/, list =>
    list.replace(/^ +'(\w+)',\n/gm, (line, name) => (words.has(name.toLowerCase()) ? line : '')),
  )
}
