// Read by Taro's webpack runner only.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'preact',
        ts: true,
        compiler: 'webpack5',
        react: { runtime: 'classic', pragma: 'jsxCall', pragmaFrag: 'JsxFragment', useSpread: true },
        targets: { ios: '14', chrome: '80' },
        // Both engines know destructuring, defaults and `?.`, and got three forms of them wrong before iOS 14.5, iOS 16.3
        // and Chrome 91. For them Babel rewrites all of it, so that every `useState` is a call of a helper and every `?.`
        // a comparison or two. The plugins below rewrite those three alone.
        exclude: ['transform-destructuring', 'transform-parameters', 'transform-optional-chaining'],
      },
    ],
  ],
  plugins: [
    require.resolve('./config/jsx-calls.cjs'),
    require.resolve('./config/packed-texts.cjs'),
    require.resolve('./config/short-names-babel.cjs'),
    '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
    '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
    '@babel/plugin-bugfix-v8-spread-parameters-in-optional-chaining',
  ],
}
