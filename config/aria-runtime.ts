import { mergeInternalComponents } from '@tarojs/shared'
import { ariaComponents } from './aria-attributes'

// The runtime numbers attributes in the order of the templates, so both must know the same ones.
mergeInternalComponents(ariaComponents)
