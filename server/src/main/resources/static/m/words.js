// Every word of the app, in both languages. {0} is filled in; {0|visit|visits} chooses by the number.

const WORDS = {
  lianxin: ['连心 · 走访', 'Lianxin'],
  // ways
  navTurn: ['该走走的', 'Whose turn'], navQueue: ['我记下的', 'My records'], navSettings: ['设置', 'Settings'],
  back: ['返回', 'Back'], backToTurn: ['回到“该走走的”', 'Back to whose turn it is'],
  // how things stand
  noSignal: ['没有信号', 'no signal'], syncing: ['正在送取', 'syncing'], trouble: ['县里的系统有点问题，记下的都在', 'the server has a problem; nothing is lost'],
  notKnown: ['县里认不出这部手机了，请重新登录', 'the server does not know this phone any more: sign in again'],
  waiting: ['{0} 条已记下，等信号', '{0} waiting'], needsYouShort: ['{0} 条要您看', '{0} {0|needs|need} you'],
  dataFrom: ['资料到{0}', 'data as of {0}'], justNow: ['刚才', 'just now'], todayAt: ['今天 {0}', 'today {0}'], yesterdayAt: ['昨天 {0}', 'yesterday {0}'],
  // whose turn
  turnTitle: ['该走走的，这几户', 'Whose turn it is'], searchLabel: ['找一户', 'Find a household'], searchHint: ['姓名、首字母或户编号', 'name, initials or number'],
  nobodyFound: ['这部手机上没有“{0}”。只能找您名下的户。', 'Nothing on this phone is called “{0}”. Only your own households are here.'],
  notYetFetched: ['资料还没取到，有信号就来。', 'Nothing has been fetched yet; it comes with the signal.'],
  noHomes: ['您名下现在没有农户。', 'You are no household’s contact at present.'],
  nobodysTurn: ['现在没有该走的户。', 'It is nobody’s turn just now.'],
  oneWalk: ['一趟走 {0} 户', 'one walk, {0} {0|household|households}'],
  doneHere: ['刚记下的 {0} 户', 'Just written down: {0}'], notYetTheirs: ['还没轮到的 {0} 户', 'Not yet their turn: {0}'],
  homeOf: ['{0}家', '{0}’s household'], write: ['记一笔', 'Record'], writeFor: ['记一笔：{0}家', 'Record: {0}’s household'],
  by: ['{0}前', 'by {0}'], until: ['到 {0}', 'until {0}'],
  whyNever: ['还没见过面', 'never met yet'], whyEvery: ['每 {0} 天走一次', 'every {0} {0|day|days}'], whyEverySince: ['每 {0} 天走一次，上次 {1}', 'every {0} {0|day|days}, last met {1}'],
  whyOccasion: ['{0}，该去看看', '{0}: time to look in'], whyDeferred: ['改到 {0} {1}', 'put off until {0} {1}'], whyNothing: ['现在没有要办的', 'nothing is due'],
  somethingHappened: ['家里有事', 'something happened at home'],
  figures: ['您名下 {0} 户，一年里见过 {1} 户，该走 {2} 户，听到难处 {3} 件。', 'You have {0} {0|household|households}: {1} met within a year, {2} due, {3} {3|need|needs} heard.'],
  figuresAt: ['县里算的，{0}。', 'Counted by the server, {0}.'],
  // a household
  notHere: ['这户不在这部手机上', 'Not on this phone'], notHereWhy: ['可能已经转给别的联系人。您以前记下的都没有丢。', 'It may have another contact now. Nothing you recorded is lost.'],
  where: ['{0} {1} 组 · {2}', '{0}, group {1} · {2}'], people: ['{0} 口人', '{0} {0|person|people}'], call: ['打电话 {0}', 'Call {0}'],
  story: ['这一家', 'Their story'], storyEmpty: ['还没有走访记录。第一次去，先认认门。', 'No visit yet. The first time, just get to know the door.'], storyYear: ['手机上有最近 12 个月。', 'The phone holds the last 12 months.'],
  me: ['我', 'I'], contactSince: ['您成为这家的联系人', 'You became their contact'], notAnswered: ['还没去看', 'not looked in yet'],
  wasKept: ['办到了：{0}', 'Kept: {0}'], promisedFor: ['为的是：{0}', 'for: {0}'],
  stageNEW: ['镇里收到了，正在安排', 'The township has it and is sorting it'], stageTRIAGED: ['镇里收到了，正在安排', 'The township has it and is sorting it'], stageASSIGNED: ['已交给{0}', 'Given to {0}'],
  stageRETURNED: ['正在换承办单位', 'Another office is being found'], stageHANDLING: ['{0}正在办', '{0} is handling it'], stageREDO: ['{0}正在重办', '{0} is doing it again'], stageURGED: ['上级在督办：{0}', 'Urged from above: {0}'],
  stageREPLIED: ['有答复了，等这家自己说办好没有', 'Answered; the household says whether it is so'], stageCALL_BACK: ['有答复了，等这家自己说办好没有', 'Answered; the household says whether it is so'], stageUNANSWERED: ['有答复了，这家还没有回话', 'Answered; the household has not said anything'],
  stageCONFIRMED: ['这家说办好了', 'The household says it is solved'], stageDISPUTED: ['这家说没办好', 'The household says it is not solved'], stageCLOSED: ['已了结', 'Closed'], stageMERGED: ['和同一件事一起办', 'Handled together with the same one'],
  stageHANDED_OVER: ['已按规定转交', 'Handed over as the law says'], stageWITHDRAWN: ['这家撤回了', 'The household took it back'],
  outcomeSOLVED: ['办好了', 'Solved'], outcomePARTLY: ['办了一部分', 'Partly solved'], outcomeEXPLAINED: ['没有依据，已说明', 'No legal basis; explained'], outcomeNOT_NOW: ['现在办不了', 'Not now'],
  looksAgain: ['{0}再看一次。', 'Looked at again {0}.'], theySay: ['请把答复带到。办好没有由这家自己说，别人不能代答。', 'Please pass the answer on. Whether it is so, only the household says.'],
  heardOn: ['{0}说的', 'said {0}'], answerWaits: ['有答复要带到', 'an answer to pass on'],
  correctedLater: ['后来更正过', 'put right later'], correct: ['写错了？更正', 'Wrong? Put it right'],
  putOff: ['这回不去', 'Not this time'], promiseSomething: ['答应一件事', 'Promise something'], writeVisit: ['记一次走访', 'Record a visit'], keptIt: ['办到了', 'Kept'],
  // a visit
  correctTitle: ['更正：{0}家', 'Put right: {0}’s household'], how: ['怎么去的', 'How'], whom: ['见到谁', 'Whom you met'], howIsIt: ['怎么样', 'How it is'], about: ['聊到', 'You talked about'], aboutHint: ['可以不选，最多 8 个', 'optional, at most 8'],
  answers: ['这次是为了', 'This visit is for'], oneLine: ['一句话', 'One line'], whatNeed: ['什么难处', 'What is the need'], whichNeed: ['哪一类难处', 'What kind of need'],
  noPhoto: ['不用拍照，不用定位，不用打卡。可以用键盘上的话筒说。', 'No photo, no position, no check-in. The keyboard’s microphone writes what you say.'],
  speak: ['说话输入', 'Dictate'], speaking: ['在听，点一下停', 'Listening: tap to stop'],
  wayHOME: ['到家里', 'At home'], wayTALK: ['路上碰到', 'Met outside'], wayCALL: ['打电话', 'By phone'],
  metHEAD: ['户主', 'The head'], metFAMILY: ['家里人', 'Family'], metOTHER: ['旁人', 'Somebody else'], metNOBODY: ['没人在家', 'Nobody there'],
  findingWELL: ['都好', 'All well'], findingNEED: ['有件难事', 'A need'], findingREFUSED: ['不愿谈', 'Did not want to talk'], findingNOBODY_HOME: ['没人在家', 'Nobody there'],
  missMet: ['点一下见到了谁', 'Tap whom you met'], missFinding: ['点一下怎么样', 'Tap how it is'], missNeedTopic: ['点一下是哪一类，好送到能办的人手里', 'Tap what kind of need, so that it reaches who can help'],
  missNeedWords: ['写一句是什么难处', 'Write what the need is'], tooManyTopics: ['最多选 {0} 个', 'At most {0}'],
  keep: ['存好', 'Keep'], kept: ['已记下：{0}家', 'Kept: {0}’s household'],
  fullShort: ['手机存满了，资料取不全，记下的都在', 'the phone is full: not everything could be fetched; your records are safe'],
  notKept: ['没存上，字还在这一页。请再点一次“存好”。', 'Not kept; your words are still on this page. Tap “Keep” again.'],
  full: ['手机快存满了。请先删些照片或应用，再接着写；不然可能存不上。', 'The phone is almost full. Delete some photos or apps before you write on; else it may not be kept.'],
  fullNotKept: ['手机存满了，没存上。字还在这一页：请删些照片或应用，回来再点“存好”。', 'The phone is full; it was not kept. Your words are still on this page: delete some photos or apps, come back and tap “Keep”.'],
  // put off, promise
  putOffTitle: ['这回不去：{0}家', 'Not this time: {0}’s household'], putOffHint: ['点一个原因就行，到时再提醒。', 'One tap on a reason is enough; it comes back in time.'],
  promiseTitle: ['答应{0}家', 'A promise to {0}’s household'], promiseNeed: ['什么难处', 'What is the need'], promiseAction: ['答应做什么', 'What you promised'], promiseHint: ['写做得到的。', 'Write what can be done.'], promiseDue: ['什么时候前', 'By when'],
  missPromiseNeed: ['写一句是什么难处', 'Write what the need is'], missPromiseAction: ['写一句答应了什么', 'Write what you promised'], missPromiseDue: ['选今天或以后的一天', 'Choose today or a later day'],
  keptTitle: ['办到了：{0}家', 'Kept: {0}’s household'], keptResult: ['办得怎么样', 'What came of it'], keptHint: ['办结不等于满意：这家自己会被问到。', 'Done is not yet solved: the household itself will be asked.'], missResult: ['写一句办得怎么样', 'Write what came of it'],
  promisedLine: ['答应：{0}', 'Promised: {0}'], keptLine: ['办到了：{0}', 'Kept: {0}'],
  // my records
  queueTitle: ['我记下的', 'My records'], queueEmpty: ['还没有记录。记下的会先在这里，等到了县里也看得见。', 'Nothing yet. What you record stands here first, and you see when it arrived.'],
  needsYou: ['{0} 条要您看', '{0} {0|needs|need} you'], withTownship: ['{0} 条镇里在看', '{0} with the township'], waitingHere: ['{0} 条等信号', '{0} waiting'], arrived: ['已送到', 'Arrived'],
  savedWaits: ['已存好，有信号就送', 'kept; goes with the signal'], mayHaveArrived: ['已送出，等县里回执', 'sent; waiting for the receipt'], arrivedLine: ['已送到县里', 'arrived'],
  quarantined: ['已送到，镇里要看一下', 'arrived; the township will look at it'], notTaken: ['县里没有收下', 'The server did not take it'],
  heldWAITING: ['没有丢，镇里在确认算在谁名下。', 'Not lost: the township is deciding where it belongs.'], heldASKED: ['镇里问您：', 'The township asks you:'], heldKEPT: ['镇里看过，已收下。', 'The township looked at it and kept it.'], heldKEPT_FOR_ANOTHER: ['已收下，记在另一位名下。', 'Kept, under another contact’s name.'],
  heldSET_ASIDE: ['镇里看过，没有记入。', 'The township read it and did not enter it.'],
  homeMoved: ['已转走的户', 'A household moved on'], sealedHome: ['封存的记录', 'A sealed record'], sealedItem: ['只有县里能打开', 'only the server can open it'],
  takeBack: ['撤回', 'Take back'], takenBack: ['撤回了', 'Taken back'], tooLate: ['可能已经送到，撤不回了。写错了可以更正。', 'It may have arrived already. If it is wrong, put it right by another record.'],
  writeAgain: ['改一改再存', 'Change and keep again'], letGo: ['不要了', 'Let it go'], letGoSure: ['这一条就没有了。确定？', 'It will be gone. Are you sure?'],
  // lock
  lockTitle: ['请开锁', 'Unlock'], pin: ['六位密码', 'Six-digit PIN'], lockHint: ['没有信号也能开。输错 10 次，手机上的资料会清掉；记下还没送的不会丢。', 'Works without a signal. After 10 wrong tries what is on the phone is erased; what waits to be sent is not lost.'],
  opening: ['正在开锁…', 'Opening…'], wrongPin: ['密码不对，还可以试 {0} 次。', 'Wrong PIN; {0} {0|try|tries} left.'],
  forgot: ['忘了密码，或不是我的手机', 'Forgot it, or not my phone'], forgotSure: ['手机上的资料会清掉，登录后重新取。没送的记录封存着，不会丢。继续？', 'What is on the phone is erased and fetched anew after you sign in. Records that wait stay sealed and are not lost. Go on?'],
  // making it one's own
  mineTitle: ['把手机变成您的', 'Make this phone yours'], sealedWait: ['以前记下的 {0} 条封存着，有信号就送；谁也打不开。', '{0} earlier {0|record|records} wait sealed and go with the signal; nobody can open them here.'],
  needSignal: ['第一次要有信号。有了信号再试。', 'The first time needs a signal. Try again when there is one.'], tryAgain: ['再试一次', 'Try again'],
  noRound: ['这个账号名下没有农户要走访，用不着这个应用。', 'This account has no households to visit, so it does not need this app.'],
  signInWhy: ['先用您的账号登录一次。以后没有信号也能用，只要六位密码。', 'Sign in once with your account. After that six digits are enough, with or without a signal.'], signIn: ['登录', 'Sign in'],
  hello: ['{0}，您好。请给这部手机定一个六位密码。', 'Hello, {0}. Choose six digits for this phone.'], choosePin: ['定六位密码', 'Choose six digits'], pinAgain: ['再输一遍', 'Once more'],
  pinHint: ['手机上的资料用它锁着。忘了也不要紧：重新登录就行。', 'What is on the phone is locked with it. If you forget it, just sign in again.'],
  pinsDiffer: ['两次不一样，请重新定。', 'The two differ; choose again.'], pinEasy: ['太好猜了，换一个。', 'Too easy to guess; choose another.'], making: ['正在准备，取您名下的户…', 'Getting ready, fetching your households…'], makingFailed: ['没有成功。请再试一次。', 'That did not work. Try again.'],
  signedOut: ['已退出。手机上没有可读的资料了。', 'Signed out. Nothing readable is left on the phone.'], leaseOver: ['很久没有联系上县里，为了安全，手机上的资料清掉了。没送的记录封存着，不会丢。', 'The server was not heard of for too long, so what was on the phone was erased. Records that wait stay sealed and are not lost.'],
  wiped: ['这部手机报失了，或账号已停用：资料清掉了。没送的记录封存着，不会丢。', 'This phone was reported lost, or the account is closed: everything was erased. Records that wait stay sealed and are not lost.'],
  // settings
  settingsTitle: ['设置', 'Settings'], keepsUntil: ['没有信号可以用到{0}', 'works without a signal until {0}'], storage: ['在手机上占 {0} MB', 'takes {0} MB of this phone'],
  otherLanguage: ['English', '中文'], elderView: ['大字版', 'Large view'], plainView: ['普通字', 'Normal view'], syncNow: ['现在就送取', 'Sync now'], lockNow: ['锁上', 'Lock now'], signOut: ['退出这部手机', 'Sign out of this phone'],
  signOutSure: ['手机上的资料会清掉。没送的记录封存着，有信号就送。继续？', 'What is on the phone is erased. Records that wait stay sealed and go with the signal. Go on?'], newVersion: ['有新版本，锁上手机时换。', 'A new version is ready; it comes in when you lock the phone.'],
}

/** @typedef {keyof typeof WORDS} Key */

let now = 0

/** @param {string} language */
export function speak(language) { now = language === 'en' ? 1 : 0 }

/** @returns {'zh'|'en'} */
export const language = () => now === 1 ? 'en' : 'zh'

/** @param {Key} key @param {...(string|number)} with_ */
export function say(key, ...with_) {
  return WORDS[key][now].replace(/\{(\d)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, at, one, many) => {
    const given = with_[Number(at)] ?? ''
    return one === undefined ? String(given) : Number(given) === 1 ? one : many
  }).trim()
}

/** A name out of a list, in the language spoken. @param {{zh: string, en: string}} named */
export const named = ({ zh, en }) => now === 1 ? en : zh

export { WORDS }
