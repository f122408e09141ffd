package storetest

import (
	"math/rand/v2"
	"slices"
	"strings"

	"golang.org/x/text/encoding/japanese"
)

// lexicon is the words that Corpus writes with, the most frequent first.
type lexicon struct {
	ja, en []string
	sums   []uint64 // of the weights of the words up to each rank
}

const lexiconSize = 30_000

// rank draws the rank of a word by Zipf's law: the weight of a word is the
// inverse of its rank, a little flattened at the top. All is reckoned in
// integers, so that it is the same on every processor.
func (l *lexicon) rank(rng *rand.Rand) int {
	at, _ := slices.BinarySearch(l.sums, 1+rng.Uint64N(l.sums[len(l.sums)-1]))
	return at
}

// Words that people write in a journal; the rest is made up.
const (
	commonJa = "今日 昨日 明日 朝 昼 夜 仕事 会社 電車 駅 家 友達 家族 時間 天気 散歩 料理 夕飯 朝食 昼食 コーヒー 本 映画 音楽 写真 旅行 " +
		"東京 京都 大阪 発表 資料 準備 開発 実装 勉強 英語 運動 睡眠 買い物 電話 メール 問題 結果 計画 予定 締切 病院 公園 図書館 喫茶店 春 夏 秋 冬 " +
		"晴れ 曇り 風 雪 桜 紅葉 海 山 川 空 犬 猫 子供 母 父 先生 学生 研究 論文 感想 反省 目標 日記 思い出 誕生日 週末 月曜日 金曜日 パソコン サーバー テスト"
	commonEn = "today the and with after before work home train station friend family time weather walk cooking dinner breakfast lunch coffee " +
		"book film music photo trip tokyo kyoto talk slides code review study running sleep shopping phone mail problem result plan deadline " +
		"doctor park library cafe spring summer autumn winter sunny cloudy wind snow sea mountain river sky dog cat children mother father " +
		"teacher paper notes goals diary memory birthday weekend monday friday laptop server test morning evening night tired happy late early"
)

// newLexicon makes the same words every time.
func newLexicon() *lexicon {
	rng := rand.New(rand.NewPCG(1978, 0xb0a1))
	kanji := levelOne()
	l := &lexicon{ja: strings.Fields(commonJa), en: strings.Fields(commonEn)}
	l.ja = fill(l.ja, func() string {
		word := make([]rune, 2+rng.IntN(3)/2)
		for i := range word {
			word[i] = kanji[rng.IntN(len(kanji))]
		}
		return string(word)
	})
	onset, nucleus, coda := strings.Fields("b c d f g h k l m n p r s t v w br cl dr fl gr pl st tr sh ch"), "aeiou", strings.Fields("n r s t l m nd st ck p")
	l.en = fill(l.en, func() string {
		var b strings.Builder
		for range 2 + rng.IntN(2) {
			b.WriteString(onset[rng.IntN(len(onset))])
			b.WriteByte(nucleus[rng.IntN(len(nucleus))])
		}
		return b.String() + coda[rng.IntN(len(coda))]
	})
	sum := uint64(0)
	for i := range lexiconSize {
		sum += 1_000_000_000 / uint64(i+5)
		l.sums = append(l.sums, sum)
	}
	return l
}

// fill adds new words up to the size of a lexicon.
func fill(words []string, next func() string) []string {
	seen := map[string]bool{}
	for _, w := range words {
		seen[w] = true
	}
	for len(words) < lexiconSize {
		if w := next(); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// levelOne are the 2,965 kanji of JIS X 0208 level 1 (rows 16 to 47), less the
// ones of the planted words.
func levelOne() []rune {
	var out []rune
	decode := japanese.EUCJP.NewDecoder()
	for row := byte(0xb0); row <= 0xcf; row++ {
		for cell := byte(0xa1); cell <= 0xfe; cell++ {
			s, err := decode.String(string([]byte{row, cell}))
			if err == nil && !strings.ContainsAny(s, "\ufffd会議雨健康診断葡萄") {
				out = append(out, []rune(s)...)
			}
		}
	}
	return out
}
