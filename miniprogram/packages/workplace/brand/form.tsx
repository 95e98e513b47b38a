import { Image, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ActionResults } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Chips } from '../../../components/chips'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { roomFor } from '../../../form/room'
import { failureText } from '../../../i18n'
import { brandText } from './texts'
import { type Logo, pickLogo, type useBrand } from './use-brand'

/** All of them bear white letters. */
const colors = {
  green: '#017a3b',
  blue: '#1a5fb4',
  red: '#b3261e',
  purple: '#6b3fa0',
  grey: '#4a4a4a',
} as const
const names = Object.keys(colors) as (keyof typeof colors)[]

interface FormProps {
  page: ReturnType<typeof useBrand>
  brand: ActionResults['brand.get']['brand']
}

/** Name, colour and logo, and how they look together. */
export function Form({ page, brand }: FormProps) {
  const [name, setName] = useState(brand?.name ?? '')
  const [color, setColor] = useState<string>(brand?.color ?? colors.green)
  const [logo, setLogo] = useState<Logo>('keep')
  const [wrong, setWrong] = useState<'name' | 'color' | 'logo' | null>(null)
  const picture = logo === 'keep' ? (brand?.logo ?? null) : (logo?.path ?? null)
  const isColor = /^#[0-9a-f]{6}$/i.test(color.trim())
  // What is half typed is no colour yet: the one before it stays.
  const shown = useRef('')
  if (isColor) shown.current = color.trim()
  const isName = name.trim() !== '' && name.trim().length <= 20
  const save = () => {
    setWrong(isName ? (isColor ? null : 'color') : 'name')
    if (isName && isColor) page.save(name.trim(), color.trim(), logo).then(done => done && setLogo('keep'))
  }
  const choose = async () => {
    const picked = await pickLogo()
    setWrong(picked === 'wrong' ? 'logo' : null)
    if (picked && picked !== 'wrong') setLogo(picked)
  }
  return (
    <View id="brand-form">
      <View id="brand-preview" className="p-brand" style={`background:${shown.current}`}>
        {picture && (
          <Image
            className="p-brand__logo"
            src={picture}
            mode="aspectFit"
            aria-label={brandText('logo.label', { name })}
          />
        )}
        <View className="p-brand__name">
          {brandText('preview', { name: name.trim() || brandText('name.yours') })}
        </View>
      </View>
      <CellGroup>
        <Field
          id="brand-name"
          label={brandText('name')}
          value={name}
          placeholder={brandText('name.placeholder')}
          maxlength={roomFor(20)}
          error={wrong === 'name' ? brandText('name.wrong') : null}
          onInput={setName}
        />
        <Chips
          id="brand-color"
          label={brandText('color')}
          options={names.map(each => ({ value: colors[each] as string, title: brandText(`color.${each}`) }))}
          value={color}
          onChoose={setColor}
        />
        <Field
          id="brand-color-code"
          label={brandText('color.code')}
          value={color}
          placeholder={brandText('color.placeholder')}
          maxlength={roomFor(7)}
          error={wrong === 'color' ? brandText('color.wrong') : null}
          onInput={setColor}
        />
        <Cell
          id="brand-logo"
          title={brandText(picture ? 'logo.again' : 'logo.choose')}
          note={
            wrong === 'logo'
              ? brandText('logo.wrong')
              : brandText(logo === 'keep' ? 'logo.note' : 'logo.picked')
          }
          onTap={choose}
        />
        {picture !== null && (
          <Cell id="brand-no-logo" title={brandText('logo.remove')} onTap={() => setLogo(null)} />
        )}
      </CellGroup>
      <Apart>
        {page.darkened && (
          <Notice id="brand-darkened" kind="warn">
            {brandText('darkened', { color: page.darkened })}
          </Notice>
        )}
        {page.failure && (
          <Notice id="brand-failed" kind="error">
            {failureText(page.failure)}
          </Notice>
        )}
      </Apart>
      <View className="p-brand__do">
        <Button id="brand-save" loading={page.busy} disabled={page.busy} onTap={save}>
          {brandText(page.busy ? 'saving' : 'save')}
        </Button>
      </View>
    </View>
  )
}
