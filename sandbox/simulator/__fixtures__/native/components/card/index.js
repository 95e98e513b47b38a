Component({
  properties: { name: String },
  pageLifetimes: {
    show() {
      getApp().log.push(['card.show'])
    },
  },
  methods: {
    onTap() {
      this.triggerEvent('picked', { name: this.data.name })
    },
  },
})
