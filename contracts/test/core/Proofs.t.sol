// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bridgehub} from "../../src/bridgehub/Bridgehub.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {CommitBatchInfo, L2Log, L2Message, TxStatus} from "../../src/common/Types.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

/// @dev A tree with two leaves: a message at 0 and the result of a priority operation at 1.
contract ProofsTest is Core {
    bytes32 private constant OPERATION = keccak256("operation");
    L2Message private message = L2Message(7, address(0x800a), "withdrawal");
    bytes32[] private proofOfMessage;
    bytes32[] private proofOfResult;

    function setUp() public override {
        super.setUp();
        bytes32 left = keccak256(
            abi.encodePacked(uint8(0), true, uint16(7), address(0x8008), uint256(0x800a), keccak256("withdrawal"))
        );
        bytes32 right = keccak256(abi.encodePacked(uint8(0), true, uint16(9), address(0x8001), OPERATION, uint256(0)));
        (proofOfMessage, proofOfResult) = (path(right), path(left));

        CommitBatchInfo memory b = batch(1);
        b.l2LogsTreeRoot = climb(keccak256(bytes.concat(left, right)));
        commit(last, b);
        prove(last, stored(b));
        last = stored(b);
    }

    function path(bytes32 sibling) private pure returns (bytes32[] memory p) {
        p = new bytes32[](16);
        p[0] = bytes32(hex"010f0001");
        p[1] = sibling;
        bytes32 empty = keccak256(new bytes(88));
        for (uint256 i = 2; i < 15; ++i) {
            empty = keccak256(bytes.concat(empty, empty));
            p[i] = empty;
        }
    }

    function climb(bytes32 node) private view returns (bytes32) {
        for (uint256 i = 2; i < 16; ++i) {
            node = keccak256(bytes.concat(node, proofOfMessage[i]));
        }
        return node;
    }

    function proveMessage(uint256 index, L2Message memory m, bytes32[] memory p) private view returns (bool) {
        return hub.proveL2MessageInclusion(CHAIN_ID, 1, index, m, p);
    }

    function test_nothingIsProvenBeforeExecution() public {
        yes(!proveMessage(0, message, proofOfMessage), "not before execution");
        execute(last);
        yes(proveMessage(0, message, proofOfMessage), "after it");
    }

    function test_messageAndLog() public {
        execute(last);
        L2Log memory log = L2Log(0, true, 7, address(0x8008), bytes32(uint256(0x800a)), keccak256("withdrawal"));
        yes(hub.proveL2LogInclusion(CHAIN_ID, 1, 0, log, proofOfMessage), "the log");
        bytes32 leaf = MessageHashing.leafOfLog(log);
        yes(chain.proveL2LeafInclusion(1, 0, leaf, proofOfMessage), "the leaf");
        yes(!hub.proveL2LogInclusion(CHAIN_ID, 2, 0, log, proofOfMessage), "another batch");
        log.l2ShardId = 1;
        yes(!hub.proveL2LogInclusion(CHAIN_ID, 1, 0, log, proofOfMessage), "another log");
    }

    function test_otherMessagesAreNotProven() public {
        execute(last);
        L2Message memory other = message;
        other.data = "another";
        yes(!proveMessage(0, other, proofOfMessage), "data");
        other = message;
        other.sender = address(0x800b);
        yes(!proveMessage(0, other, proofOfMessage), "sender");
        other = message;
        other.txNumberInBatch = 8;
        yes(!proveMessage(0, other, proofOfMessage), "place");
        yes(!proveMessage(1, message, proofOfMessage), "index");
    }

    function test_statusOfPriorityOperation() public {
        execute(last);
        yes(status(TxStatus.Failure, OPERATION), "failed");
        yes(!status(TxStatus.Success, OPERATION), "did not succeed");
        yes(!status(TxStatus.Failure, keccak256("other")), "another operation");
    }

    function status(TxStatus s, bytes32 op) private view returns (bool) {
        return hub.proveL1ToL2TransactionStatus(CHAIN_ID, op, 1, 1, 9, proofOfResult, s);
    }

    /// @dev Otherwise one message could be spent under many indices.
    function test_refusesIndexOutsideOfTheTree() public {
        execute(last);
        for (uint256 bit = 14; bit < 256; bit += 13) {
            expectError(MessageHashing.LogIndexTooLarge.selector);
            proveMessage(1 << bit, message, proofOfMessage);
        }
    }

    function test_refusesMalformedProofs() public {
        execute(last);
        bytes32[] memory p = proofOfMessage;
        bytes32[7] memory wrong = [
            bytes32(0),
            bytes32(hex"020f0001"),
            bytes32(hex"010e0001"),
            bytes32(hex"010f0101"),
            bytes32(hex"010f0000"),
            bytes32(hex"010f000100"),
            bytes32(hex"010f000101")
        ];
        for (uint256 i = 0; i < wrong.length; ++i) {
            p[0] = wrong[i];
            if (wrong[i] == proofOfMessage[0]) continue; // a trailing zero byte is no change
            expectError(MessageHashing.ProofMetadataInvalid.selector);
            proveMessage(0, message, p);
        }
        uint256[4] memory lengths = [uint256(0), 1, 15, 17];
        for (uint256 i = 0; i < lengths.length; ++i) {
            p = new bytes32[](lengths[i]);
            expectError(MessageHashing.ProofLengthInvalid.selector);
            proveMessage(0, message, p);
        }
        expectError(Bridgehub.ChainUnknown.selector);
        hub.proveL2MessageInclusion(CHAIN_ID + 1, 1, 0, message, proofOfMessage);
    }

    function testFuzz_changedSiblingsProveNothing(uint256 place, bytes32 change) public {
        vm.assume(change != 0);
        execute(last);
        bytes32[] memory p = proofOfMessage;
        p[bound(place, 1, 15)] ^= change;
        yes(!proveMessage(0, message, p), "a forged path");
    }
}
