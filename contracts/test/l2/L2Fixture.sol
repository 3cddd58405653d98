// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {BridgedStandardERC20} from "../../src/bridge/BridgedStandardERC20.sol";
import {
    L2_ASSET_ROUTER,
    L2_BASE_TOKEN,
    L2_COMPLEX_UPGRADER,
    L2_MESSENGER,
    L2_NATIVE_TOKEN_VAULT
} from "../../src/common/Constants.sol";
import {ComplexUpgrader} from "../../src/l2/ComplexUpgrader.sol";
import {L1Messenger} from "../../src/l2/L1Messenger.sol";
import {L2AssetRouter} from "../../src/l2/L2AssetRouter.sol";
import {L2BaseToken} from "../../src/l2/L2BaseToken.sol";
import {L2NativeTokenVault} from "../../src/l2/L2NativeTokenVault.sol";
import {Cheats, Vm} from "../bridge/Cheats.sol";

/// @dev The L2 contracts as genesis places them: code without construction, and storage. chain/genesis does the same from
/// the compiled artifacts, and its test compares the slots with the storage layout.
abstract contract L2Fixture is Cheats {
    bytes32 private constant IMPLEMENTATION_SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    bytes32 private constant INITIALIZABLE_SLOT = 0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00;
    address internal constant ROUTER_CODE = address(0x10013);
    address internal constant VAULT_CODE = address(0x10014);
    address internal constant TOKEN_BEACON = address(0x10015);
    address internal constant TOKEN_CODE = address(0x10016);

    L1Messenger internal constant messenger = L1Messenger(L2_MESSENGER);
    L2BaseToken internal constant baseToken = L2BaseToken(L2_BASE_TOKEN);
    L2AssetRouter internal constant l2Router = L2AssetRouter(L2_ASSET_ROUTER);
    L2NativeTokenVault internal constant l2Vault = L2NativeTokenVault(L2_NATIVE_TOKEN_VAULT);

    function placeL2(uint256 l1ChainId, address l1Router, bytes32 baseTokenAssetId) internal {
        vm.etch(L2_MESSENGER, address(new L1Messenger()).code);
        vm.etch(L2_BASE_TOKEN, address(new L2BaseToken()).code);
        vm.store(L2_BASE_TOKEN, 0, bytes32("Ether") | bytes32(uint256(10)));
        vm.store(L2_BASE_TOKEN, bytes32(uint256(1)), bytes32("ETH") | bytes32(uint256(6)));
        vm.deal(L2_BASE_TOKEN, (1 << 127) - 1);
        vm.etch(L2_COMPLEX_UPGRADER, address(new ComplexUpgrader()).code);

        vm.etch(TOKEN_CODE, address(new BridgedStandardERC20()).code);
        vm.store(TOKEN_CODE, INITIALIZABLE_SLOT, bytes32(uint256(type(uint64).max)));
        vm.etch(TOKEN_BEACON, address(new UpgradeableBeacon(TOKEN_CODE, L2_COMPLEX_UPGRADER)).code);
        vm.store(TOKEN_BEACON, 0, bytes32(uint256(uint160(L2_COMPLEX_UPGRADER))));
        vm.store(TOKEN_BEACON, bytes32(uint256(1)), bytes32(uint256(uint160(TOKEN_CODE))));

        vm.etch(ROUTER_CODE, address(new L2AssetRouter()).code);
        _proxy(L2_ASSET_ROUTER, ROUTER_CODE);
        vm.store(L2_ASSET_ROUTER, 0, bytes32(uint256(uint160(l1Router))));
        vm.store(L2_ASSET_ROUTER, bytes32(uint256(1)), bytes32(l1ChainId));

        vm.etch(VAULT_CODE, address(new L2NativeTokenVault()).code);
        _proxy(L2_NATIVE_TOKEN_VAULT, VAULT_CODE);
        vm.store(L2_NATIVE_TOKEN_VAULT, bytes32(uint256(3)), bytes32(uint256(uint160(TOKEN_BEACON))));
        vm.store(L2_NATIVE_TOKEN_VAULT, bytes32(uint256(4)), bytes32(l1ChainId));
        vm.store(L2_NATIVE_TOKEN_VAULT, bytes32(uint256(5)), baseTokenAssetId);
    }

    function _proxy(address account, address implementation) private {
        // The constructor insists on a call; any will do, because only the code is kept.
        bytes memory call = abi.encodeWithSignature("L1_CHAIN_ID()");
        vm.etch(account, address(new ERC1967Proxy(implementation, call)).code);
        vm.store(account, IMPLEMENTATION_SLOT, bytes32(uint256(uint160(implementation))));
    }

    /// @dev The messages to L1 since vm.recordLogs, with their senders.
    function messages() internal returns (address[] memory senders, bytes[] memory data) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        bytes32 topic = keccak256("L1MessageSent(address,bytes32,bytes)");
        uint256 n;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == L2_MESSENGER && logs[i].topics[0] == topic) ++n;
        }
        (senders, data, n) = (new address[](n), new bytes[](n), 0);
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != L2_MESSENGER || logs[i].topics[0] != topic) continue;
            senders[n] = address(uint160(uint256(logs[i].topics[1])));
            data[n] = abi.decode(logs[i].data, (bytes));
            require(logs[i].topics[2] == keccak256(data[n]), "hash of the message");
            ++n;
        }
    }
}
