// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {BridgedStandardERC20} from "../../src/bridge/BridgedStandardERC20.sol";
import {L1AssetRouter} from "../../src/bridge/L1AssetRouter.sol";
import {L1NativeTokenVault} from "../../src/bridge/L1NativeTokenVault.sol";
import {L1Nullifier} from "../../src/bridge/L1Nullifier.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {FinalizeL1DepositParams, L2Log, L2Message, TxStatus} from "../../src/common/Types.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {Cheats} from "./Cheats.sol";
import {LogTree} from "./LogTree.sol";
import {MockBridgehub} from "./MockBridgehub.sol";

/// @dev The L1 bridge, deployed in the order of a real deployment, with two chains on ether and one token.
abstract contract BridgeFixture is Cheats {
    uint256 internal constant L1 = 9;
    uint256 internal constant CHAIN_A = 270;
    uint256 internal constant CHAIN_B = 271;
    bytes4 internal constant FINALIZE_ETH =
        bytes4(keccak256("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])"));
    bytes4 internal constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));
    address internal constant OWNER = address(0x0123);
    address internal constant ALICE = address(0xa11ce);
    address internal constant BOB = address(0xb0b);

    MockBridgehub internal hub;
    L1Nullifier internal nullifier;
    L1AssetRouter internal router;
    L1NativeTokenVault internal vault;
    TestERC20 internal token;
    bytes32 internal ethId;
    bytes32 internal tokenId;
    uint256 internal batches;

    function deployBridge() internal {
        vm.chainId(L1);
        hub = new MockBridgehub();
        nullifier = L1Nullifier(
            address(
                new ERC1967Proxy(address(new L1Nullifier(address(hub))), abi.encodeCall(L1Nullifier.initialize, OWNER))
            )
        );
        router = L1AssetRouter(
            address(
                new ERC1967Proxy(
                    address(new L1AssetRouter(address(hub), address(nullifier))),
                    abi.encodeCall(L1AssetRouter.initialize, OWNER)
                )
            )
        );
        address beacon = address(new UpgradeableBeacon(address(new BridgedStandardERC20()), OWNER));
        vault = L1NativeTokenVault(
            address(
                new ERC1967Proxy(
                    address(new L1NativeTokenVault(address(router), address(nullifier))),
                    abi.encodeCall(L1NativeTokenVault.initialize, (OWNER, beacon))
                )
            )
        );
        vm.prank(OWNER);
        nullifier.setL1AssetRouter(address(router));
        vm.prank(OWNER);
        nullifier.setL1NativeTokenVault(address(vault));
        vm.prank(OWNER);
        router.setNativeTokenVault(address(vault));

        ethId = AssetId.ofEther(L1);
        hub.setRouter(address(router));
        hub.setChain(CHAIN_A, ethId);
        hub.setChain(CHAIN_B, ethId);
        token = new TestERC20("Token", "TOK", 6);
        tokenId = AssetId.ofToken(L1, address(token));
    }

    /* Deposits */

    function depositData(bytes32 id, uint256 amount, address receiver, address token_)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(hex"01", abi.encode(id, abi.encode(amount, receiver, token_)));
    }

    function depositEth(uint256 chain, address from, uint256 amount) internal {
        vm.deal(from, from.balance + amount);
        vm.prank(from);
        hub.requestDirect{value: amount}(chain, amount);
    }

    function depositToken(uint256 chain, TestERC20 t, address from, uint256 amount) internal returns (bytes32) {
        t.mint(from, amount);
        vm.prank(from);
        t.approve(address(router), amount);
        vm.prank(from);
        return
            hub.requestTwoBridges(chain, 0, 0, depositData(AssetId.ofToken(L1, address(t)), amount, from, address(t)));
    }

    /* Withdrawals: the message as L2 would send it, alone in a new batch */

    function ethMessage(address receiver, uint256 amount) internal pure returns (bytes memory) {
        return abi.encodePacked(FINALIZE_ETH, receiver, amount);
    }

    function tokenMessage(
        uint256 chain,
        bytes32 id,
        address origin,
        address receiver,
        uint256 amount,
        bytes memory metadata
    ) internal pure returns (bytes memory) {
        return abi.encodePacked(FINALIZE_DEPOSIT, chain, id, abi.encode(ALICE, receiver, origin, amount, metadata));
    }

    function sent(uint256 chain, address sender, bytes memory message)
        internal
        returns (FinalizeL1DepositParams memory p)
    {
        p = unexecuted(chain, sender, message);
        (bytes32 root,) = LogTree.single(MessageHashing.logOfMessage(L2Message(p.l2TxNumberInBatch, sender, message)));
        hub.execute(chain, p.l2BatchNumber, root);
    }

    function unexecuted(uint256 chain, address sender, bytes memory message)
        internal
        returns (FinalizeL1DepositParams memory p)
    {
        p.chainId = chain;
        p.l2BatchNumber = ++batches;
        p.l2Sender = sender;
        p.l2TxNumberInBatch = 3;
        p.message = message;
        (, p.merkleProof) = LogTree.single(MessageHashing.logOfMessage(L2Message(3, sender, message)));
    }

    function sentEth(uint256 chain, address receiver, uint256 amount)
        internal
        returns (FinalizeL1DepositParams memory)
    {
        return sent(chain, L2_BASE_TOKEN, ethMessage(receiver, amount));
    }

    function sentToken(uint256 chain, TestERC20 t, address receiver, uint256 amount)
        internal
        returns (FinalizeL1DepositParams memory)
    {
        bytes32 id = AssetId.ofToken(L1, address(t));
        return sent(chain, L2_ASSET_ROUTER, tokenMessage(chain, id, address(t), receiver, amount, ""));
    }

    /* Failed deposits: the result log alone in a new batch */

    function result(uint256 chain, bytes32 txHash, TxStatus status)
        internal
        returns (uint256 batch, bytes32[] memory proof)
    {
        bytes32 root;
        L2Log memory log = MessageHashing.logOfPriorityResult(txHash, 0, status);
        (root, proof) = LogTree.single(log);
        batch = ++batches;
        hub.execute(chain, batch, root);
    }

    function claim(
        uint256 chain,
        address sender,
        TestERC20 t,
        uint256 amount,
        bytes32 txHash,
        uint256 batch,
        bytes32[] memory proof
    ) internal {
        bytes memory data = abi.encode(amount, sender, address(t));
        router.bridgeRecoverFailedTransfer(
            chain, sender, AssetId.ofToken(L1, address(t)), data, txHash, batch, 0, 0, proof
        );
    }
}
