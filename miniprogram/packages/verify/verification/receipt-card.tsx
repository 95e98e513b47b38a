import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useOnce } from '../../../cloud/once'
import type { Assurance, Subject, VerificationView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { saveFile, tellAlbum } from '../../../files/album'
import { commonText, type KeyOf } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { headline } from '../../../status/headline'
import { statusText } from '../../../status/texts'
import { drawReceipt, receiptCanvas } from './receipt'
import { verificationText } from './texts'

interface ReceiptCardProps {
  view: VerificationView
  vendor: string
}

/** Flat, for few levels keep the page fast. A result one can keep: which one, when, by whom, and what it rests on. */
export function ReceiptCard({ view, vendor }: ReceiptCardProps) {
  const [wanted, setWanted] = useState(false)
  const { busy, once } = useOnce<'save'>()
  const done = view.steps.find(({ key }) => key === 'result')?.at ?? view.updatedAt
  const rows = [
    { id: 'receipt-number', name: verificationText('receipt.number'), text: view.id },
    { id: 'receipt-time', name: verificationText('receipt.time'), text: clock(done) },
    { id: 'receipt-vendor', name: verificationText('fact.vendor'), text: vendor },
    {
      id: 'assurance',
      name: verificationText('receipt.basis'),
      text: verificationText(assuranceOf(view.assurance ?? 'account', view.subject), { vendor }),
    },
  ]
  const save = () =>
    once('save', async () => {
      setWanted(true)
      // The canvas can be found once it has reached the screen.
      await new Promise<void>(resolve => Taro.nextTick(() => resolve()))
      const path = await drawReceipt({
        product: commonText('app'),
        title: statusText(headline(view).title),
        rows,
      })
      await tellAlbum(path === null ? 'failed' : await saveFile(path))
    })
  return (
    <>
      <CellGroup id="receipt" title={verificationText('receipt')}>
        {rows.map(({ id, name, text }) => (
          <Cell key={id} id={id} title={name} note={text} />
        ))}
      </CellGroup>
      <View className="p-receipt__save">
        <Button id="receipt-save" kind="plain" loading={busy !== null} disabled={busy !== null} onTap={save}>
          {verificationText('receipt.save')}
        </Button>
      </View>
      <Apart>
        {wanted && (
          <Canvas type="2d" id={receiptCanvas} canvasId={receiptCanvas} className="p-receipt__canvas" />
        )}
      </Apart>
    </>
  )
}

/** A company has no account of a person, nor a number. */
function assuranceOf(assurance: Assurance, subject: Subject): KeyOf<typeof verificationText> {
  if (assurance === 'attempt' || subject === 'person') return `assurance.${assurance}`
  return `assurance.${assurance}.organization`
}
