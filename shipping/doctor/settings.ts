import { createHash } from 'node:crypto'
import { ConfigError, longestCall, readConfig } from '../../cloudfunctions/platform/config'
import { configureVendors } from '../../cloudfunctions/vendors/registry'
import { type Bench, type Check, type Finding, when } from './finding'

const environmentLimit = 4096

/** The settings, read by the product's own code. */
export const settings: Check = bench => {
  const { variables, functions } = bench
  if (!variables) {
    const wrong = '没有给出云函数的环境变量'
    return [
      {
        code: 'SETTINGS_MISSING',
        wrong,
        mend: '写一个树外的 0600 文件(NAME=value),用 --settings <文件> 指给它',
      },
    ]
  }
  const found = problems(variables).map<Finding>(problem => ({
    code: `CONFIG_${/^[A-Z_]+/.exec(problem)?.[0] ?? 'WRONG'}`,
    wrong: `设置不对:${problem}`,
    mend: '按 docs/deployment.md 的变量表改正这一项',
  }))
  const size = Object.entries(variables).reduce(
    (sum, [k, v]) => sum + Buffer.byteLength(k) + Buffer.byteLength(v),
    0,
  )
  if (size > environmentLimit) {
    found.push({
      code: 'ENV_SIZE',
      wrong: `变量合计 ${size} 字节,平台最多 ${environmentLimit}`,
      mend: '去掉不用的厂商的变量',
    })
  }
  if (isPublic(variables)) {
    found.push({
      code: 'KEY_IS_EXAMPLE',
      wrong: 'SEAL_KEYS 或 LOOKUP_KEY 是这个仓库里写着的,谁都知道',
      mend: '按 docs/deployment.md 的命令生成自己的(上线之前;之后按 docs/operations.md 换)',
    })
  }
  if (isReused(variables)) {
    found.push({
      code: 'KEY_REUSED',
      wrong: 'SEAL_KEYS 与 LOOKUP_KEY 是同一个密钥',
      mend: '另生成一个 LOOKUP_KEY(上线之前)',
    })
  }
  const callback = variables.CALLBACK_BASE_URL ?? ''
  if (callback && !/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/[\w-]+)*$/i.test(callback)) {
    found.push({
      code: 'CALLBACK_URL',
      wrong: 'CALLBACK_BASE_URL 要是 https 的域名,末尾不带 /,没有参数',
      mend: '填 HTTP 访问服务的地址,如 https://<域名>/callback',
    })
  }
  const timeout = functions.find(({ name }) => name === 'api')?.timeout ?? 0
  const needed = 11 + Number(variables.VENDOR_TIMEOUT_MS || longestCall) / 1000
  if (timeout <= needed || timeout >= 90) {
    found.push({
      code: 'TIMEOUT_MATH',
      wrong: `api 的超时 ${timeout} 秒,要大于 ${needed} 秒、小于 90 秒`,
      mend: '改 cloudbaserc.json 里 api 的 timeout,或调小 VENDOR_TIMEOUT_MS',
    })
  }
  return [...found, ...mixes(bench, variables)]
}

/** What belongs to one environment and was given to another. */
function mixes(
  { production, versions, isSettingsInTree, hasPlan }: Bench,
  variables: Readonly<Record<string, string>>,
): Finding[] {
  const kinds = Object.entries(variables).filter(([name]) => name.endsWith('_ENVIRONMENT'))
  const wrong = kinds.filter(([, kind]) => (kind === 'production') !== production).map(([name]) => name)
  const version = variables.CODE_VERSION || 'release'
  return [
    ...when(wrong.length > 0, {
      code: 'ENVIRONMENT_MIX',
      wrong: `deploy/*.json 的 production 是 ${production},这些却不是一边的:${wrong.join('、')}`,
      mend: production
        ? '换成厂商生产环境的一组变量'
        : '换成厂商测试环境的一组变量,或把 production 改成 true',
    }),
    ...when(!versions.includes(version), {
      code: 'CODE_VERSION',
      wrong: `码和链接打开 ${version} 版,这个版本用的不是这个环境(versions:${versions.join('、') || '没有'})`,
      mend: '设置 CODE_VERSION 为 deploy/*.json 的 versions 之一,或改 versions',
    }),
    ...when(production && !hasPlan, {
      code: 'PLAN_UNKNOWN',
      wrong: '生产环境没有写买的套餐:用量快到上限时谁也不知道,用完环境就停',
      mend: '把云开发控制台「套餐」里的数字写进 deploy/*.json 的 plan',
    }),
    ...when(isSettingsInTree, {
      code: 'SETTINGS_IN_TREE',
      wrong: '变量的文件在仓库里面,可能被提交',
      mend: '把它移到仓库外面,chmod 600',
    }),
  ]
}

function problems(variables: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(variables, configureVendors(variables).problems)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

/** SHA-256 of the keys of the local world, which are in the repository: the first half, in hex. */
const publicKeys: ReadonlySet<string> = new Set([
  'fbc5d79879ba2924ab2a9d1c1bd2b618',
  'f0948b2aeb3228ac517958938ef6c233',
])

function isPublic({ SEAL_KEYS = '', LOOKUP_KEY = '' }: Readonly<Record<string, string>>): boolean {
  const keys = [...SEAL_KEYS.split(',').map(each => each.split(':')[1] ?? ''), LOOKUP_KEY]
  return keys.some(key => publicKeys.has(createHash('sha256').update(key).digest('hex').slice(0, 32)))
}

function isReused({ SEAL_KEYS = '', LOOKUP_KEY }: Readonly<Record<string, string>>): boolean {
  return SEAL_KEYS.split(',').some(each => LOOKUP_KEY !== undefined && each.split(':')[1] === LOOKUP_KEY)
}
