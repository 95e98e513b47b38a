const log = getApp().log

// A poster as an app draws it: blue on the left, a picture of the package on the right.
Page({
  data: { drawn: '' },
  onDraw() {
    wx.createSelectorQuery()
      .select('#poster')
      .fields({ node: true, size: true })
      .exec(([{ node, width, height }]) => {
        log.push(['node', { width, height }])
        node.width = 200
        node.height = 120
        const context = node.getContext('2d')
        context.fillStyle = '#0000ff'
        context.fillRect(0, 0, 100, 120)
        const image = node.createImage()
        image.onload = () => {
          context.drawImage(image, 100, 0, 100, 120)
          this.save(node)
        }
        image.onerror = () => log.push(['image failed'])
        image.src = '/assets/dot.png'
      })
  },
  save(canvas) {
    wx.canvasToTempFilePath({
      canvas,
      destWidth: 200,
      destHeight: 120,
      success: ({ tempFilePath }) => {
        this.setData({ drawn: tempFilePath })
        log.push(['saved', tempFilePath])
      },
      fail: ({ errMsg }) => log.push(['not saved', errMsg]),
    })
  },
})
