import { defineTexts } from '../../../i18n'

const zh = {
  title: '运行状况',
  forbidden: '只有所有者可以查看',
  back: '返回工作台',
  never: '还没有',

  work: '巡检和积压',
  'work.note': '积压是到期而还没有做的；每几分钟巡检一次，正常时很快做完。',
  sweep: '上一次巡检',
  'sweep.last': '{ago}，用了 {n} 秒',
  'sweep.never.problem': '定时器还没有运行过：请确认 sweep 的定时触发器已建立，部署准备已完成。',
  'sweep.late.problem':
    '定时器停了：丢失的通知不会补查，推送和批量也会停下。请检查 sweep 的定时触发器和日志。',
  'sweep.failed.problem': '上一次巡检中途出错（{code}），下一次会照常运行；一再出错请看日志的 sweep.ended。',
  'backlog.verifications': '认证单',
  'backlog.rows': '批量认证的行',
  'backlog.deliveries': '有推送要送的接收地址',
  'backlog.links': '待做的码和链接',
  'backlog.outbox': '没移走的流水',
  'backlog.none': '没有',
  'backlog.some': '{n} 件，最早的 {ago}',
  'backlog.more': '超过 {n} 件，最早的 {ago}',

  vendors: '认证机构',
  'vendor.answered': '{ago}有应答',
  'vendor.unanswered': '{ago}没有应答',
  'vendor.misconfigured': '{ago}不接受我们的密钥或设置',
  'vendor.leftAlone': '{ago}一再没有应答，暂停询问',

  usage: '用量',
  'usage.note': '函数自己数的，是下限；占多少要先设置 PLAN_LIMITS。',
  'usage.reads': '数据库读',
  'usage.writes': '数据库写',
  'usage.calls': '云函数调用',
  'usage.day': '今天 {today}，一整天约 {n}',
  'usage.day.share': '今天 {today}，一整天约 {n}，占 {share}',
  'usage.month': '今天 {today}，一个月约 {n}',
  'usage.month.share': '今天 {today}，一个月约 {n}，占 {share}',

  functions: '云函数',
  release: '版本 {release}',
  'function.differs': '环境变量与 api 不同，请重新部署',
  'function.old': '版本不同：{release}',

  reach: '检查网络',
  network: '从云函数看出去',
  'network.note': '机构按签名里的时间拒绝差得太多的请求。',
  reached: '{ms} 毫秒',
  unreached: '连不上',
  'clock.ahead': '我们的时钟快 {n} 秒',
  'clock.behind': '我们的时钟慢 {n} 秒',
  callback: '回调地址',
  'callback.lost': '有应答，但不是我们的函数，或路由没有传路径：通知都会丢',
  egress: '出口地址',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Health',
  forbidden: 'Only owners may see this',
  back: 'Back to the workplace',
  never: 'Not yet',

  work: 'Sweep and backlog',
  'work.note': 'A backlog is what is due and not done; every few minutes a sweep looks after it.',
  sweep: 'Last sweep',
  'sweep.last': '{ago}, took {n} s',
  'sweep.never.problem':
    'The timer has never run: check that the trigger of sweep exists and that set-up is done.',
  'sweep.late.problem':
    'The timer has stopped: lost notices stay lost, deliveries and batches stand still. Check the trigger of sweep and its log.',
  'sweep.failed.problem':
    'The last sweep ended with an error ({code}); the next one comes anyway. If it goes on, see sweep.ended in the log.',
  'backlog.verifications': 'Verifications',
  'backlog.rows': 'Rows of batches',
  'backlog.deliveries': 'Endpoints with deliveries',
  'backlog.links': 'Codes and links to make',
  'backlog.outbox': 'Trail not moved',
  'backlog.none': 'None',
  'backlog.some': '{n}, the first {ago}',
  'backlog.more': 'More than {n}, the first {ago}',

  vendors: 'Providers',
  'vendor.answered': 'Answered {ago}',
  'vendor.unanswered': 'No answer {ago}',
  'vendor.misconfigured': 'Refused our keys or settings {ago}',
  'vendor.leftAlone': 'Left alone after no answers, {ago}',

  usage: 'Usage',
  'usage.note': 'Counted by the functions themselves, at least that much; shares need PLAN_LIMITS.',
  'usage.reads': 'Database reads',
  'usage.writes': 'Database writes',
  'usage.calls': 'Function calls',
  'usage.day': 'Today {today}, a day about {n}',
  'usage.day.share': 'Today {today}, a day about {n}, {share}',
  'usage.month': 'Today {today}, a month about {n}',
  'usage.month.share': 'Today {today}, a month about {n}, {share}',

  functions: 'Functions',
  release: 'Release {release}',
  'function.differs': 'Other settings than api: deploy again',
  'function.old': 'Another release: {release}',

  reach: 'Check the network',
  network: 'Seen from inside the functions',
  'network.note': 'Providers refuse requests whose signed time is too far off.',
  reached: '{ms} ms',
  unreached: 'Not reached',
  'clock.ahead': 'Our clock is {n} s ahead',
  'clock.behind': 'Our clock is {n} s behind',
  callback: 'Address for notices',
  'callback.lost': 'Answered, but not by our function, or the route drops the path: every notice is lost',
  egress: 'Egress address',
}

export const healthText = defineTexts({ zh, en })
