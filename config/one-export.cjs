/**
 * A webpack loader for `@tarojs/taro`: of what is taken whole (`const { hooks } = require(…)`) webpack keeps everything,
 * here the whole runtime with its parser of HTML. Of what is taken by its name it keeps that.
 */
module.exports = function oneExport(source) {
  return source.replace(/const \{ (\w+) \} = (require\('[^']+'\))/g, 'const $1 = $2.$1')
}
