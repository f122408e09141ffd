package keys

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels are the keys with names of their own, and how people read them.
var labels = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn",
	"enter": "Enter", "esc": "Esc", "tab": "Tab", "space": "Space", "home": "Home", "end": "End",
	"delete": "Del", "insert": "Ins", "backspace": "Backspace",
	"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "super": "Super",
}

// also are other names that keys are known by.
var also = map[string]string{
	"escape": "esc", "return": "enter", "pageup": "pgup", "pagedown": "pgdown", "control": "ctrl",
}

// modifiers stand in this order before a key.
var modifiers = []string{"ctrl", "alt", "shift", "super"}

// Parse returns the key that a person means by a name such as "ctrl+f", "F4",
// "Ctrl-F" or "?", as Bubble Tea names it.
func Parse(name string) (key string, ok bool) {
	if Letter(name) && known(name) == strings.ToLower(name) {
		return name, true
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '+' || r == '-' })
	if strings.HasSuffix(name, "++") || strings.HasSuffix(name, "--") || strings.HasSuffix(name, "+-") || strings.HasSuffix(name, "-+") {
		parts = append(parts, name[len(name)-1:])
	}
	held := map[string]bool{}
	for i, part := range parts {
		part = known(part)
		switch last := i == len(parts)-1; {
		case part == "", last == slices.Contains(modifiers, part), held[part]:
			return "", false
		case last:
			key = part
		}
		held[part] = true
	}
	if key == "" {
		return "", false
	}
	for _, m := range slices.Backward(modifiers) {
		if held[m] {
			key = m + "+" + key
		}
	}
	return key, true
}

// known is a part of a key's name as Bubble Tea writes it, "" if there is no
// such key.
func known(part string) string {
	part = strings.ToLower(part)
	if name, ok := also[part]; ok {
		return name
	}
	for name, label := range labels {
		if part == name || part == strings.ToLower(label) {
			return name
		}
	}
	if r, size := utf8.DecodeRuneInString(part); size == len(part) && unicode.IsGraphic(r) && r != ' ' {
		return part
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(part, "f")); err == nil && part[0] == 'f' && n > 0 && n < 64 {
		return part
	}
	return ""
}

// Label writes a key as people read it: "ctrl+q" is "Ctrl-Q".
func Label(key string) string {
	if len(key) == 1 {
		return key
	}
	parts := strings.Split(strings.TrimSuffix(key, "+"), "+")
	for i, p := range parts {
		if p == "" {
			parts[i] = "+"
		} else if name, ok := labels[p]; ok {
			parts[i] = name
		} else {
			parts[i] = strings.ToUpper(p)
		}
	}
	return strings.Join(parts, "-")
}

// Shown are the labels of a binding's keys. The forms that the same key has in
// other terminals, as "shift+g" beside "G", are left out.
func (b Binding) Shown() []string {
	var shown []string
	for _, key := range b.Keys {
		letter, shifted := strings.CutPrefix(key, "shift+")
		if !shifted || !slices.Contains(b.Keys, strings.ToUpper(letter)) {
			shown = append(shown, Label(key))
		}
	}
	return shown
}
