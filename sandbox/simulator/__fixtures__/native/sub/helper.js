exports.word = '分包里的模块'
