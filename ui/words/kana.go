package words

// kana is how the Japanese names of actions are read, where they have kanji:
// the palette finds them by it.
var kana = map[string]string{
	"star":              "ほしをつける、はずす",
	"text-beside":       "となりのぶんしょうへ",
	"new-entry":         "なまえをつけてあたらしくかく",
	"narrower-list":     "いちらんをせまく",
	"wider-list":        "いちらんをひろく",
	"back":              "もどる",
	"backspace":         "まえのもじをけす",
	"bring-back":        "このじょうたいにもどす",
	"bring-back-place":  "このかしょだけもどす",
	"compare-with-now":  "いまとくらべる",
	"history":           "りれき",
	"bottom":            "まつびへ",
	"cut":               "きりとり",
	"delete":            "つぎのもじをけす",
	"delete-to-end":     "ぎょうまつまでけす",
	"delete-word":       "まえのたんごをけす",
	"down":              "したへ",
	"edit":              "へんしゅう",
	"end":               "ぎょうまつへ（もういちどでだんらくのまつび）",
	"external-editor":   "$EDITOR でひらく",
	"go-to-date":        "ひづけへいどう",
	"walk":              "けんさくけっかへ",
	"box":               "けんさくボックスへ",
	"filter":            "いちらんをしぼりこむ",
	"half-page-down":    "はんページしたへ",
	"half-page-up":      "はんページうえへ",
	"help":              "キーいちらん",
	"indent":            "じさげ",
	"keep-hits":         "けってい",
	"left":              "ひだりへ",
	"new-line":          "かいぎょう",
	"move-line-down":    "ぎょうをしたへうつす",
	"move-line-up":      "ぎょうをうえへうつす",
	"newer":             "つぎのひ",
	"next-hit":          "つぎへ",
	"older":             "まえのひ",
	"open":              "ひらく",
	"outline":           "みだし",
	"outdent":           "じさげをもどす",
	"page-down":         "1ページしたへ",
	"page-up":           "1ページうえへ",
	"palette":           "コマンドいちらん",
	"paste":             "はりつけ",
	"previous-hit":      "まえへ",
	"previous-link":     "まえのリンク",
	"previous-place":    "リンクをたどるまえへ",
	"quit":              "しゅうりょう",
	"redo":              "やりなおす",
	"find":              "このなかをけんさく",
	"replace":           "ちかん",
	"replace-all":       "すべてちかん",
	"rendered":          "ひょうじ",
	"right":             "みぎへ",
	"save":              "ほぞん",
	"search":            "けんさく",
	"select-all":        "すべてせんたく",
	"start":             "ぎょうとうへ（もういちどでだんらくのせんとう）",
	"suspend":           "いちじていし",
	"toggle-task":       "タスクのきりかえ",
	"text-end":          "ぶんしょうのまつびへ",
	"text-start":        "ぶんしょうのせんとうへ",
	"time-heading":      "じこくのみだし",
	"top":               "せんとうへ",
	"undo":              "もとにもどす",
	"up":                "うえへ",
	"word-left":         "まえのたんごへ",
	"word-right":        "つぎのたんごへ",
	"write-today":       "きょうをかく",
	"select-down":       "したへせんたく",
	"select-end":        "ぎょうまつまでせんたく",
	"select-left":       "ひだりへせんたく",
	"select-right":      "みぎへせんたく",
	"select-start":      "ぎょうとうまでせんたく",
	"select-up":         "うえへせんたく",
	"select-word-left":  "まえのたんごまでせんたく",
	"select-word-right": "つぎのたんごまでせんたく",
	"select-text-end":   "ぶんしょうのまつびまでせんたく",
	"select-text-start": "ぶんしょうのせんとうまでせんたく",
}

// Names returns the names of an action in all languages, and how they are read.
func Names(action string) []string {
	p, ok := actions[action]
	if !ok {
		return nil
	}
	names := []string{p.en, p.ja}
	if read, ok := kana[action]; ok {
		names = append(names, read)
	}
	return names
}
