// Read by Taro's webpack runner only.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'preact',
        ts: true,
        compiler: 'webpack5',
        targets: { ios: '14', chrome: '80' },
        // Both engines know destructuring and defaults, and got two forms wrong before iOS 14.5 and 16.3. For them Babel
        // rewrites all of it, so that every `useState` is a call of a helper. The plugins below rewrite those two alone.
        exclude: ['transform-destructuring', 'transform-parameters'],
      },
    ],
  ],
  plugins: [
    require.resolve('./config/packed-texts.cjs'),
    '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
    '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
  ],
}
