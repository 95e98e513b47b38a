import '@tarojs/taro'

declare module '*.css'
