// Read by Taro's webpack runner only.
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '14', chrome: '80' } }],
  ],
}
