package node_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const openRPCFile = "../chain/rpc/testdata/openrpc/openrpc.json"

var openRPCSource = flag.String("openrpc", "", "refs-openrpc.json of ethereum/execution-apis, to make testdata/openrpc/openrpc.json from")

// openRPC is the part of an OpenRPC document that results are checked with.
type openRPC struct {
	OpenRPC    string          `json:"openrpc"`
	Info       json.RawMessage `json:"info"`
	Methods    []openRPCMethod `json:"methods"`
	Components struct {
		Schemas map[string]json.RawMessage `json:"schemas"`
	} `json:"components"`
}

type openRPCMethod struct {
	Name   string          `json:"name"`
	Result json.RawMessage `json:"result"`
}

func readOpenRPC(t *testing.T, path string) *openRPC {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := new(openRPC)
	if err := json.Unmarshal(text, d); err != nil {
		t.Fatal(err)
	}
	return d
}

const schemaPrefix = "#/components/schemas/"

// named are the schemas that a document refers to.
func named(schema json.RawMessage) (names []string) {
	for _, part := range strings.Split(string(schema), `"`+schemaPrefix)[1:] {
		name, _, _ := strings.Cut(part, `"`)
		names = append(names, name)
	}
	return names
}

// reduce drops what no result of a method outside of engine_ and testing_ needs.
func (d *openRPC) reduce() {
	d.Methods = slices.DeleteFunc(d.Methods, func(m openRPCMethod) bool {
		return strings.HasPrefix(m.Name, "engine_") || strings.HasPrefix(m.Name, "testing_")
	})
	needed := map[string]bool{}
	var need func(json.RawMessage)
	need = func(schema json.RawMessage) {
		for _, name := range named(schema) {
			if !needed[name] {
				needed[name] = true
				need(d.Components.Schemas[name])
			}
		}
	}
	for _, m := range d.Methods {
		need(m.Result)
	}
	maps.DeleteFunc(d.Components.Schemas, func(name string, _ json.RawMessage) bool { return !needed[name] })
}

// TestOpenRPCFile makes the file with -openrpc, and otherwise says whether it is whole.
func TestOpenRPCFile(t *testing.T) {
	if *openRPCSource != "" {
		d := readOpenRPC(t, *openRPCSource)
		d.reduce()
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode(d); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(openRPCFile, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d := readOpenRPC(t, openRPCFile)
	all := len(d.Components.Schemas)
	d.reduce()
	if len(d.Components.Schemas) != all || len(d.Methods) < 50 {
		t.Errorf("%d methods, %d schemas of which %d are needed", len(d.Methods), all, len(d.Components.Schemas))
	}
	for name, schema := range d.Components.Schemas {
		for _, other := range named(schema) {
			if d.Components.Schemas[other] == nil {
				t.Errorf("schema %s names %s, which is not there", name, other)
			}
		}
	}
}

// schemas compiles the schema of each method's result.
func schemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	file, err := os.ReadFile(openRPCFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7) // which OpenRPC prescribes
	if err := compiler.AddResource("openrpc.json", doc); err != nil {
		t.Fatal(err)
	}
	out := map[string]*jsonschema.Schema{}
	for i, m := range readOpenRPC(t, openRPCFile).Methods {
		if out[m.Name], err = compiler.Compile(fmt.Sprintf("openrpc.json#/methods/%d/result/schema", i)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// without is a JSON value without the members of the given names, in depth; found counts those that were there.
func without(value any, names map[string]string, found map[string]int) any {
	switch v := value.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, member := range v {
			if names[name] != "" {
				found[name]++
				continue
			}
			out[name] = without(member, names, found)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = without(v[i], names, found)
		}
		return out
	}
	return value
}
