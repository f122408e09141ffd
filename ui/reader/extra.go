package reader

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// wikiLinks reads [[target]], [[target|words]] and the embedding ![[target]].
type wikiLinks struct{}

func (wikiLinks) Trigger() []byte { return []byte{'[', '!'} }

func (wikiLinks) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	body, embed := bytes.CutPrefix(line, []byte("!"))
	body, ok := bytes.CutPrefix(body, []byte("[["))
	if !ok {
		return nil
	}
	end := bytes.Index(body, []byte("]]"))
	if end <= 0 || bytes.ContainsAny(body[:end], "[]\n") {
		return nil
	}
	target, words, found := strings.Cut(strings.ReplaceAll(string(body[:end]), `\|`, "|"), "|")
	target, words = strings.TrimSpace(target), strings.TrimSpace(words)
	if target == "" {
		return nil
	}
	if !found || words == "" {
		words = target
	}
	block.Advance(len(line) - len(body) + end + 2)
	n := &extra{is: wikiExtra, text: words, target: target}
	if embed {
		n.is = embedExtra
	}
	return n
}

// footnoteRefs reads [^label] where the label is defined.
type footnoteRefs struct{}

func (footnoteRefs) Trigger() []byte { return []byte{'['} }

func (footnoteRefs) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	body, ok := bytes.CutPrefix(line, []byte("[^"))
	end := bytes.IndexByte(body, ']')
	if !ok || end <= 0 {
		return nil
	}
	label := string(body[:end])
	defined, _ := pc.Get(footnotesKey).(map[string]int)
	if _, ok := defined[label]; !ok {
		return nil
	}
	block.Advance(end + 3)
	return &extra{is: footnoteExtra, text: "[" + label + "]", target: label}
}

// furigana reads {漢字|かんじ} and {漢字|かん|じ}: a reading over its base.
type furigana struct{}

func (furigana) Trigger() []byte { return []byte{'{'} }

func (furigana) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	end := bytes.IndexByte(line, '}')
	if end < 0 {
		return nil
	}
	base, reading, ok := strings.Cut(string(line[1:end]), "|")
	reading = strings.ReplaceAll(reading, "|", "")
	if !ok || reading == "" || !strings.ContainsFunc(base, cjk) || strings.ContainsAny(base, "{\n") {
		return nil
	}
	block.Advance(end + 1)
	return &extra{is: furiganaExtra, text: base, target: reading}
}
