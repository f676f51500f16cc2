// What the console does beyond links and forms. Every page works without it.

document.documentElement.classList.add('js')

/** A day picked with the mouse is shown at once; whoever types it keeps the button, so that nothing jumps while typing. */
for (const form of document.querySelectorAll('form.when')) {
  const day = form.querySelector('input[type=date]')
  day?.addEventListener('keydown', () => form.classList.add('typed'))
  day?.addEventListener('change', () => {
    if (!form.classList.contains('typed') && day.value && day.validity.valid) form.requestSubmit()
  })
}

/** Steps from `from` to its neighbour among `all`; says whether there was one. */
function step(all, from, by) {
  const next = all[all.indexOf(from) + by]
  next?.focus()
  return next !== undefined
}

const BY = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }

document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const at = event.target
  if (event.key === '/' && !at.closest('input, textarea, select, [contenteditable]')) {
    const find = document.querySelector('.big-find input, .find input')
    if (find) { event.preventDefault(); find.focus(); find.select() }
    return
  }
  if (event.key === 'Escape') {
    const places = document.querySelector('.places')
    if (places?.firstChild) { places.replaceChildren(); document.querySelector('.pick')?.focus() }
    return
  }
  const by = BY[event.key]
  if (!by || at.closest('input, textarea, select')) return
  const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  const tiles = at.closest('.cells')
  const rows = sideways ? null : at.closest('table.list tbody, .hits, .todo')
  const inOrder = tiles
    ? [...tiles.querySelectorAll('a')]
    : rows ? [...rows.querySelectorAll('tr, li')].map(row => row.querySelector('a')).filter(Boolean) : []
  const from = tiles ? at.closest('a') : at.closest('tr, li')?.querySelector('a')
  if (from && step(inOrder, from, by)) event.preventDefault()
})

/** Hundreds of tiles are one stop each group for the Tab key; the arrows walk inside. */
for (const tiles of document.querySelectorAll('.cells')) {
  const all = [...tiles.querySelectorAll('a')]
  all.slice(1).forEach(tile => { tile.tabIndex = -1 })
  tiles.addEventListener('focusin', event => all.forEach(tile => { tile.tabIndex = tile === event.target ? 0 : -1 }))
}

/** Where the doors do not fit the screen, the one we are behind is in sight. */
document.querySelector('.doors [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })

/** On a phone a wide table is a block a row (console.css), where each cell says which column it is of. */
for (const table of document.querySelectorAll('table.list:not(.month)')) {
  const names = [...table.tHead?.rows[0]?.cells ?? []].map(cell => cell.textContent.trim())
  if (names.length < 4) continue
  table.classList.add('stack')
  for (const cell of table.querySelectorAll('tbody td, tfoot td')) cell.dataset.of = names[cell.cellIndex] ?? ''
}

/** The list of places closes when one clicks elsewhere. */
document.addEventListener('click', event => {
  if (!event.target.closest('.where')) document.querySelector('.places')?.replaceChildren()
})
