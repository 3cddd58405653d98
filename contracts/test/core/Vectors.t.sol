// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AddressAliasHelper} from "../../src/common/AddressAliasHelper.sol";
import {BatchHashing} from "../../src/common/BatchHashing.sol";
import {EMPTY_HASH} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {ChainConfig, CommitBatchInfo, L2CanonicalTransaction, L2Log, StoredBatchInfo} from "../../src/common/Types.sol";
import {Test} from "./Test.sol";
import {vm} from "./Vm.sol";

/// @title Solidity and Go compute the same hashes; test/vectors/vectors.go made the values
contract VectorsTest is Test {
    string private file;

    function setUp() public {
        file = vm.readFile("test/vectors/batch.json");
    }

    function rootOf(bytes32 leaf, uint256 index, bytes32[] calldata proof) external pure returns (bytes32) {
        return MessageHashing.rootFromProof(leaf, index, proof);
    }

    function test_storedBatchInfo() public view {
        (bytes[] memory inputs, bytes32[] memory hashes) = pairs("storedBatchInfo");
        for (uint256 i = 0; i < inputs.length; ++i) {
            eq(BatchHashing.storedBatchHash(abi.decode(inputs[i], (StoredBatchInfo))), hashes[i]);
        }
    }

    function test_batchOutput() public view {
        (bytes[] memory inputs, bytes32[] memory hashes) = pairs("batchOutput");
        for (uint256 i = 0; i < inputs.length; ++i) {
            CommitBatchInfo memory b = abi.decode(inputs[i], (CommitBatchInfo));
            eq(keccak256(abi.encode(b)), keccak256(inputs[i]));
            eq(BatchHashing.batchOutputHash(b), hashes[i]);
        }
    }

    function test_chainConfig() public view {
        (bytes[] memory inputs, bytes32[] memory hashes) = pairs("chainConfig");
        for (uint256 i = 0; i < inputs.length; ++i) {
            (uint256 chainId, ChainConfig memory c) = abi.decode(inputs[i], (uint256, ChainConfig));
            eq(BatchHashing.chainConfigHash(chainId, c), hashes[i]);
        }
    }

    function test_publicInput() public view {
        (bytes[] memory inputs, bytes32[] memory hashes) = pairs("publicInput");
        uint256 acc;
        for (uint256 i = 0; i < inputs.length; ++i) {
            bytes32[4] memory w = abi.decode(inputs[i], (bytes32[4]));
            uint256 one = BatchHashing.publicInput(w[0], w[1], w[2], w[3]);
            eq(bytes32(one), hashes[i]);
            acc = i == 0 ? one : BatchHashing.accumulate(acc, one);
        }
        eq(bytes32(acc), vm.parseJsonBytes32(file, ".rolledInputs"));
    }

    function test_canonicalTx() public view {
        (bytes[] memory inputs, bytes32[] memory hashes) = pairs("canonicalTx");
        bytes32[] memory rolled = vm.parseJsonBytes32Array(file, ".priorityOps");
        bytes32 acc = EMPTY_HASH;
        for (uint256 i = 0; i < inputs.length; ++i) {
            eq(acc, rolled[i]);
            eq(BatchHashing.canonicalTxHash(abi.decode(inputs[i], (L2CanonicalTransaction))), hashes[i]);
            acc = BatchHashing.rollPriorityOperation(acc, hashes[i]);
        }
        eq(acc, rolled[inputs.length]);
    }

    function test_logsAndTheirTree() public view {
        (bytes[] memory inputs, bytes32[] memory hashes) = pairs("log");
        for (uint256 i = 0; i < inputs.length; ++i) {
            eq(MessageHashing.leafOfLog(abi.decode(inputs[i], (L2Log))), hashes[i]);
        }
        bytes32[] memory leaves = vm.parseJsonBytes32Array(file, ".logTree.leaves");
        uint256[] memory indices = vm.parseJsonUintArray(file, ".logTree.indices");
        bytes[] memory proofs = vm.parseJsonBytesArray(file, ".logTree.proofs");
        bytes32 root = vm.parseJsonBytes32(file, ".logTree.root");
        for (uint256 i = 0; i < indices.length; ++i) {
            bytes32[] memory proof = abi.decode(proofs[i], (bytes32[]));
            eq(this.rootOf(leaves[indices[i]], indices[i], proof), root);
        }
    }

    function test_aliases() public view {
        address[] memory accounts = vm.parseJsonAddressArray(file, ".l1Accounts");
        address[] memory aliases = vm.parseJsonAddressArray(file, ".l2Aliases");
        for (uint256 i = 0; i < accounts.length; ++i) {
            eq(AddressAliasHelper.applyL1ToL2Alias(accounts[i]), aliases[i]);
            eq(AddressAliasHelper.undoL1ToL2Alias(aliases[i]), accounts[i]);
        }
    }

    function pairs(string memory key) private view returns (bytes[] memory inputs, bytes32[] memory hashes) {
        inputs = vm.parseJsonBytesArray(file, string.concat(".", key, ".inputs"));
        hashes = vm.parseJsonBytes32Array(file, string.concat(".", key, ".hashes"));
        yes(inputs.length > 0 && inputs.length == hashes.length, "vectors are there");
    }
}
