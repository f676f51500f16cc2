// Signing in with a passkey, and making one. Without a script, or where the browser knows none, the password does.

async function post(path, csrf, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': csrf },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

const deeds = {
  async enter(csrf) {
    const asked = await post('/webauthn/authenticate/options', csrf)
    const key = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
    const answer = await post('/login/webauthn', csrf, key.toJSON())
    location.assign(answer.redirectUrl)
  },
  async register(csrf, box) {
    const asked = await post('/webauthn/register/options', csrf)
    const key = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    await post('/webauthn/register', csrf, { publicKey: { credential: key.toJSON(), label: box.querySelector('[name=label]').value } })
    location.reload()
  },
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const box of document.querySelectorAll('[data-passkey]')) {
    box.hidden = false
    box.querySelector('button').addEventListener('click', async () => {
      const said = box.querySelector('[role=alert]')
      said.textContent = ''
      try {
        await deeds[box.dataset.passkey](box.dataset.csrf, box)
      } catch {
        said.textContent = said.dataset.failed
      }
    })
  }
}
