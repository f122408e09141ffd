package cell

import "strings"

// trip is a journal entry as the program meets it: long Japanese paragraphs with Latin words, numbers, links and marks.
const trip = `　十月の三連休に、札幌で開かれたGo Conference 2024 Hokkaidoに行ってきました。登壇は二年ぶりです。前回は、Lightning Talkで5分しか時間をもらえませんでしたが、今回は40分の枠（質疑応答を含む）をいただけたので、話したかったことはだいたい話せたと思います。
出発は10/12の朝6時45分。羽田まではリムジンバスで2,022円、空港のラウンジでスライドの最後の手直しをしました。「もう直さない」と決めていたのに……結局、搭乗の直前まで図を描きなおしていました！なぜいつもこうなるのでしょうか？
会場のWi-Fiは、参加者が500人を超えてもびくともせず、デモも問題なく動きました。C++からGoへ移ってきた人たちの話、AI / MLの基盤をRustとWebAssembly(WASM)で書きなおした話、それにCI/CDの待ち時間を１２，０００秒から３００秒まで縮めた話がとくにおもしろかったです。
詳しい資料はこちら：https://example.com/slides/go-conference-2024-hokkaido/writing-a-journal-in-the-terminal?lang=ja#page-12です。動画は後日公開されるそうです（たぶん来月〜再来月ごろ）。
夜は、すすきので「ジンギスカン」――生まれて初めての――を食べました。店の名前は『だるま』、ビール（￥６５０）がよく冷えていて、ちょっとびっくりするくらいおいしかったです。気温は3.5℃、湿度は70%。ホテルに戻ったのは23:40ごろでした。
二日目は小樽へ。ﾊﾟﾉﾗﾏ写真を撮ったり、運河のそばでｺｰﾋｰを飲んだり、ガラスの店をのぞいたりしているうちに、あっという間に夕方になってしまいました。I've never seen such a beautiful sunset in my life, 本当に。“また来よう”と‘必ず’の間で揺れながら、18:05発の快速エアポートに乗りました。
家族👨‍👩‍👧へのおみやげは、白い恋人が２箱、六花亭のマルセイバターサンドが１箱、それから❤️のついたマグカップ。🇯🇵と🇺🇸の友だちにも絵はがきを送りました～
次の目標は、①英語で話すこと、②質疑応答で「すみません、もう一度お願いします」と言わずに済ませること、③ヘッダー・フッターのないスライドを作ること。ゆっくりでいいから、ひとつずつやっていこう。`

const talk = `The talk went better than I had feared: about 120 people came, and the questions afterwards (some of them "really" hard) took longer than the talk itself. Someone asked whether a 1,000,000-entry journal would still open in under 3.5 seconds; I said "yes", and it did.
On the way home I read the slides of the others at https://example.com/talks/2024-10-12/index.html and wrote this on the train -- it's the first entry I've finished on the same day, I think.`

var (
	paragraphs = strings.Split(trip+"\n"+talk, "\n")
	prose      = map[string]string{
		"japanese": strings.Repeat(strings.ReplaceAll(trip, "\n", ""), 20),
		"english":  strings.Repeat(strings.ReplaceAll(talk, "\n", " "), 60),
	}
)
